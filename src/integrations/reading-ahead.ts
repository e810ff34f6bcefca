import { availableParallelism } from 'node:os';
import type { PictureSource } from '../markdown/surroundings.ts';
import type { Project } from '../series/article.ts';
import type { ArticleName } from '../series/article-name.ts';
import { runThread } from './threads.ts';
import { TOOLCHAIN } from './toolchain.ts';

/** What threads read and render, and what they must know for it. */
export interface AheadTask {
  /** The root of the project. */
  readonly root: string;
  readonly articles: readonly ArticleName[];
  /** What references can lead to; of other articles, their names are enough. */
  readonly project: Project;
  readonly base: string;
  /** The copies of pictures, by their path. */
  readonly sources: ReadonlyMap<string, readonly PictureSource[]>;
  /** The folder for caches, into which they read and render. */
  readonly cache: string;
}

/** What a thread is given. */
export interface ThreadTask extends AheadTask {
  /** A thread that runs other code takes nothing. */
  readonly code: string | undefined;
  /** The first article that no thread has taken. */
  readonly next: Int32Array;
}

/** More would take more memory than a small machine has. */
const MOST_THREADS = 3;

/** Fewer articles are read and rendered sooner than threads have started. */
const WORTH_THREADS = 60;

/** Whether there is so much to read and render that threads pay. */
export function isWorthThreads(articles: number): boolean {
  return TOOLCHAIN !== undefined && articles >= WORTH_THREADS;
}

/**
 * Reads and renders articles into the cache, with all processors and each of them with a single parse,
 * which is much of the work.
 */
export async function readAhead(task: AheadTask): Promise<void> {
  const workerData: ThreadTask = {
    ...task,
    code: TOOLCHAIN,
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
  const script = new URL('reading-ahead-thread.ts', import.meta.url);
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  await Promise.all(Array.from({ length: threads }, () => runThread(script, workerData)));
}

/** The articles that are left, one after the other, shared with the other threads. */
export function* taken({ articles, next }: Pick<ThreadTask, 'articles' | 'next'>): Generator<ArticleName> {
  for (let index = Atomics.add(next, 0, 1); index < articles.length; index = Atomics.add(next, 0, 1)) {
    const article = articles[index];
    if (article) yield article;
  }
}
