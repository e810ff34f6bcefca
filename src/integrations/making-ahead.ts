import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type ArticleName, parseArticleName } from '../series/article-name.ts';
import type { SiteAddress } from '../series/site-address.ts';
import { threadsFor } from './ahead-threads.ts';
import { articleKey, READ, RENDERED } from './article-key.ts';
import { Kept } from './kept.ts';
import { readRoom } from './room.ts';
import { QUICK_START } from './start-quickly.ts';
import { TOOLCHAIN } from './toolchain.ts';

/** What a build will be about. */
export interface AheadRequest {
  /** The root of the project. */
  readonly root: string;
  readonly address: SiteAddress;
  /** The folder for caches, into which everything is made. */
  readonly cache: string;
}

/** What the process makes. */
export interface AheadTask extends AheadRequest {
  readonly articles: readonly ArticleName[];
}

/** Fewer articles are read and rendered sooner than a process and its threads have started. */
const WORTH_A_PROCESS = 60;

/**
 * The regular expressions that give code its colours are used often: each is compiled when it is first used. The engine
 * must be started with it: where it was set later, it ended with a segmentation fault.
 */
const COMPILE_ALL = '--no-regexp-tier-up';

/** What is being made. */
export interface Ahead {
  /** Whether articles are being read by fewer threads than there are processors. */
  readonly leavesProcessor: boolean;
  /** Resolves when articles are read and rendered. */
  readonly articles: Promise<void>;
  /** Resolves when the copies of pictures are made, too. */
  readonly pictures: Promise<void>;
}

/** What was started in this process last. */
let running: { readonly request: AheadRequest; readonly ahead: Ahead } | undefined;

/**
 * Reads and renders what a build will ask for and does not find in the cache, and makes the copies of the pictures
 * that are shown there. It happens in a process of its own, which can begin before Astro is loaded and gives all of
 * its memory back. One that was started with the same request goes on. An error is left to who asks.
 */
export function makeAhead({ root, address, cache }: AheadRequest): Ahead {
  const request = { root: resolve(root), address, cache: resolve(cache) };
  if (!running || !isDeepStrictEqual(running.request, request)) running = { request, ahead: start(request) };
  return running.ahead;
}

const NOTHING: Ahead = { leavesProcessor: false, articles: Promise.resolve(), pictures: Promise.resolve() };

function start(request: AheadRequest): Ahead {
  try {
    const { articles, bytes } = missingArticles(request);
    if (articles.length < WORTH_A_PROCESS) return NOTHING;
    const child = fork(new URL('making-ahead-process.ts', import.meta.url), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      execArgv: [...process.execArgv, ...QUICK_START, COMPILE_ALL],
    });
    child.send({ ...request, articles } satisfies AheadTask, () => undefined);
    const end = new Promise<void>((resolve) => {
      child.on('exit', () => resolve()).on('error', () => resolve());
    });
    const read = new Promise<void>((resolve) => child.on('message', () => resolve()));
    return {
      leavesProcessor: threadsFor(bytes) < availableParallelism(),
      articles: Promise.race([read, end]),
      pictures: end,
    };
  } catch {
    // There is no process to be had, or an article cannot be opened.
    return NOTHING;
  }
}

interface Missing {
  readonly articles: readonly ArticleName[];
  /** How many they have together. */
  readonly bytes: number;
}

/** The articles that were not read or not rendered yet as they are now. */
function missingArticles({ root, cache }: AheadRequest): Missing {
  if (TOOLCHAIN === undefined) return { articles: [], bytes: 0 };
  const names = readRoom(root, 'articles').files.flatMap(
    (path) => parseArticleName(`articles/${path}`) ?? [],
  );
  if (names.length < WORTH_A_PROCESS) return { articles: [], bytes: 0 };
  const kept = [new Kept(cache, READ), new Kept(cache, RENDERED)];
  const missing = names.flatMap((article) => {
    const content = readFileSync(join(root, article.file));
    const key = articleKey(article, content);
    const isMissing = key !== undefined && !kept.every((values) => values.has(key));
    return isMissing ? [{ article, bytes: content.length }] : [];
  });
  return {
    articles: missing.map(({ article }) => article),
    bytes: missing.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
