import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ArticleSource } from '../markdown/render-article.ts';
import type { PictureSource } from '../markdown/surroundings.ts';
import type { Project } from '../series/article.ts';
import { TOOLCHAIN } from './toolchain.ts';

/** What a thread renders, and what it must know for it. */
export interface RenderingTask {
  readonly articles: readonly ArticleSource[];
  readonly project: Project;
  readonly base: string;
  /** The copies of pictures, by their path. */
  readonly sources: ReadonlyMap<string, readonly PictureSource[]>;
  /** The folder for caches, into which it renders. */
  readonly cache: string;
  /** A thread that runs other code renders nothing. */
  readonly code: string | undefined;
}

/** An engine with more room than it needs collects its rubbish late; a thread that runs out of it only ends. */
const MEMORY = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 16 } as const;

/** Fewer articles are rendered sooner than a thread has started. */
const WORTH_A_THREAD = 60;

/**
 * Renders articles into the cache from the last to the first, in a thread of its own, while the pages
 * that show them are made from the first to the last. A page does not wait for it: what is not there
 * yet, or could not be rendered, is rendered where it is asked for. Gives a function that ends it.
 */
export function renderAhead(task: Omit<RenderingTask, 'code'>): () => Promise<void> {
  if (task.articles.length < WORTH_A_THREAD || availableParallelism() < 2) return () => Promise.resolve();
  const workerData: RenderingTask = { ...task, code: TOOLCHAIN };
  const worker = new Worker(new URL('rendering-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: MEMORY,
  });
  worker.on('error', () => undefined);
  worker.unref();
  return async () => {
    await worker.terminate();
  };
}
