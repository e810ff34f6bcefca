import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Fewer articles are read sooner than a thread has started. */
const WORTH_A_THREAD = 200;

/** Threads that were started ahead, and have not been given anything to do. */
const idle: Worker[] = [];

/**
 * Starts the threads with which a project's articles will be read, if there are many of them and none
 * is kept in the folder for caches: they load their code (a third of a second) while this one does.
 */
export function startAhead(root: string, cache: string): void {
  if (existsSync(join(cache, 'articles.db'))) return;
  const count = threadsFor(entriesIn(join(root, 'articles')));
  idle.push(...Array.from({ length: count }, startThread));
}

/** The threads with which so many articles are read, besides this one. */
export function takeThreads(articles: number): Worker[] {
  return Array.from({ length: threadsFor(articles) }, () => idle.pop() ?? startThread());
}

function threadsFor(articles: number): number {
  return Math.min(availableParallelism() - 1, 3, Math.floor(articles / WORTH_A_THREAD));
}

/** A thread that waits for a `ReadingTask`. */
function startThread(): Worker {
  const worker = new Worker(new URL('reading-thread.ts', import.meta.url));
  // What a thread does not deliver is read by the one that asked, where an error is told.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

function entriesIn(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}
