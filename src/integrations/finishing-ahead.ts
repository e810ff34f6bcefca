import { availableParallelism } from 'node:os';
import type { SiteAddress } from '../series/site-address.ts';
import type { Made } from './finish-pages.ts';
import { runThread } from './threads.ts';
import { TOOLCHAIN } from './toolchain.ts';

/** Pages that this thread finishes from the first to the last. */
export interface FinishingTask {
  readonly folder: string;
  readonly names: readonly string[];
  /** Pages that are not written in the folder. */
  readonly made: ReadonlyMap<string, Made>;
  readonly address: SiteAddress;
  /** The folder for caches, into which pages are finished. */
  readonly cache: string;
  /** How many pages this thread has begun with. */
  readonly begun: Int32Array;
}

/** What another thread is given. */
export interface FinishingThreadTask extends FinishingTask {
  readonly made: ReadonlyMap<string, Uint8Array>;
  /** A thread that runs other code finishes nothing. */
  readonly code: string | undefined;
  /** The index of the first page that it may come to: it is given only what is made from there on. */
  readonly first: number;
}

/** With fewer pages left, all are finished sooner than a thread has started. */
const WORTH_A_THREAD = 200;

/** Which part of the pages that are left another thread may come to. Both are about as fast; what it has is a copy. */
const PART = 0.6;

/** Finishes pages into the cache from the last to the first, in a thread that ends where this one has come to. */
export async function finishAhead(task: FinishingTask): Promise<void> {
  const { names, made } = task;
  const isLeft = (name: string) => typeof made.get(name) !== 'string';
  const left = names.slice(Atomics.load(task.begun, 0)).filter(isLeft);
  if (left.length < WORTH_A_THREAD || availableParallelism() < 2 || TOOLCHAIN === undefined) return;
  const first = names.indexOf(left.at(-Math.ceil(left.length * PART)) ?? '');
  // In memory that is given away: else it would be copied three times, with all that lies in the same memory.
  const copies = names.slice(first).flatMap((name) => {
    const bytes = made.get(name);
    return bytes instanceof Uint8Array ? [[name, new Uint8Array(bytes)] as const] : [];
  });
  const workerData: FinishingThreadTask = { ...task, made: new Map(copies), first, code: TOOLCHAIN };
  const given = copies.map(([, { buffer }]) => buffer);
  await runThread(new URL('finishing-ahead-thread.ts', import.meta.url), workerData, given);
}

/** The names that are left for another thread, from the last on. */
export function* leftFromEnd({
  names,
  begun,
  first,
}: Pick<FinishingThreadTask, 'names' | 'begun' | 'first'>): Generator<string> {
  for (let index = names.length - 1; index >= Math.max(first, Atomics.load(begun, 0)); index -= 1) {
    const name = names[index];
    if (name !== undefined) yield name;
  }
}
