import { availableParallelism } from 'node:os';
import type { SiteAddress } from '../series/site-address.ts';
import { runThread } from './threads.ts';
import { TOOLCHAIN } from './toolchain.ts';

/** Pages that this thread finishes from the first to the last. */
export interface FinishingTask {
  readonly folder: string;
  readonly names: readonly string[];
  /** Pages that are not written in the folder. */
  readonly made: ReadonlyMap<string, Uint8Array>;
  readonly address: SiteAddress;
  /** The folder for caches, into which pages are finished. */
  readonly cache: string;
  /** How many pages this thread has begun with. */
  readonly begun: Int32Array;
}

/** What another thread is given. */
export interface FinishingThreadTask extends FinishingTask {
  /** A thread that runs other code finishes nothing. */
  readonly code: string | undefined;
}

/** With fewer pages left, all are finished sooner than a thread has started. */
const WORTH_A_THREAD = 200;

/** Finishes pages into the cache from the last to the first, in a thread that ends where this one has come to. */
export async function finishAhead(task: FinishingTask): Promise<void> {
  const left = task.names.length - Atomics.load(task.begun, 0);
  if (left < WORTH_A_THREAD || availableParallelism() < 2 || TOOLCHAIN === undefined) return;
  const workerData: FinishingThreadTask = { ...task, code: TOOLCHAIN };
  await runThread(new URL('finishing-ahead-thread.ts', import.meta.url), workerData);
}

/** The names that are left for another thread, from the last on. */
export function* leftFromEnd({ names, begun }: Pick<FinishingTask, 'names' | 'begun'>): Generator<string> {
  for (let index = names.length - 1; index >= Atomics.load(begun, 0); index -= 1) {
    const name = names[index];
    if (name !== undefined) yield name;
  }
}
