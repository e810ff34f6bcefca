import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readAndParse } from '../markdown/read-article.ts';
import { surroundingsIn } from '../markdown/surroundings.ts';
import type { Project } from '../series/article.ts';
import type { ArticleName } from '../series/article-name.ts';
import { threadsFor } from './ahead-threads.ts';
import { ArticleReader } from './article-reader.ts';
import { RenderedArticles } from './rendered-articles.ts';
import { runThread } from './threads.ts';
import { TOOLCHAIN } from './toolchain.ts';

/** What is read and rendered, and what must be known for it. */
export interface AheadTask {
  /** The root of the project. */
  readonly root: string;
  readonly articles: readonly ArticleName[];
  /** What references can lead to; of other articles, their names are enough. */
  readonly project: Project;
  readonly base: string;
  /** The folder for caches, into which they are read and rendered. */
  readonly cache: string;
}

/** What each thread is given. */
export interface ThreadTask extends AheadTask {
  /** A thread that runs other code takes nothing. */
  readonly code: string | undefined;
  /** The first article that no thread has taken. */
  readonly next: Int32Array;
}

/**
 * Reads and renders articles into the cache, with all processors where there is so much of them, and each with a
 * single parse, which is much of the work.
 */
export async function readAhead(task: AheadTask, bytes: number): Promise<void> {
  const shared: ThreadTask = { ...task, code: TOOLCHAIN, next: new Int32Array(new SharedArrayBuffer(4)) };
  const script = new URL('reading-ahead-thread.ts', import.meta.url);
  const others = Array.from({ length: threadsFor(bytes) - 1 }, () => runThread(script, shared));
  await Promise.all([readTaken(shared), ...others]);
}

/** Reads and renders articles as long as there are any that no other thread has taken. */
export async function readTaken(task: ThreadTask): Promise<void> {
  const { root, project, base, cache } = task;
  // The copies of pictures are left open in what is rendered.
  const surroundingsOf = surroundingsIn(project, { base, sourcesOf: () => [] });
  const read = new ArticleReader(cache);
  const rendered = new RenderedArticles(cache, surroundingsOf);
  for (const name of task.code === TOOLCHAIN ? taken(task) : []) {
    const bytes = readFileSync(join(root, name.file));
    const { article, parsed } = readAndParse(name, bytes);
    read.keep({ name, bytes }, article);
    if (parsed && article.whole) await rendered.keep({ name, text: bytes.toString() }, parsed);
    // Whoever ends this process is heard between two articles.
    await setImmediate();
  }
}

/** The articles that are left, one after the other, shared with the other threads. */
export function* taken({ articles, next }: Pick<ThreadTask, 'articles' | 'next'>): Generator<ArticleName> {
  for (let index = Atomics.add(next, 0, 1); index < articles.length; index = Atomics.add(next, 0, 1)) {
    const article = articles[index];
    if (article) yield article;
  }
}
