import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type ArticleName, parseArticleName } from '../series/article-name.ts';
import type { SiteAddress } from '../series/site-address.ts';
import { articleKey, READ, RENDERED } from './article-key.ts';
import { Kept } from './kept.ts';
import { readRoom } from './room.ts';
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

/** What was started in this process last. */
let running: { readonly request: AheadRequest; readonly end: Promise<void> } | undefined;

/**
 * Reads and renders what a build will ask for and does not find in the cache, and makes the copies of the pictures
 * that are shown there. It happens in a process of its own, which can begin before Astro is loaded and gives all of
 * its memory back. One that was started with the same request is waited for. An error is left to who asks.
 */
export function makeAhead({ root, address, cache }: AheadRequest): Promise<void> {
  const request = { root: resolve(root), address, cache: resolve(cache) };
  if (!running || !isDeepStrictEqual(running.request, request)) running = { request, end: run(request) };
  return running.end;
}

async function run(request: AheadRequest): Promise<void> {
  try {
    const articles = missingArticles(request);
    if (articles.length < WORTH_A_PROCESS) return;
    const child = fork(new URL('making-ahead-process.ts', import.meta.url), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const end = once(child, 'exit');
    child.send({ ...request, articles } satisfies AheadTask, () => undefined);
    await end;
  } catch {
    // There is no process to be had, or an article cannot be opened.
  }
}

/** The articles that were not read or not rendered yet as they are now. */
function missingArticles({ root, cache }: AheadRequest): readonly ArticleName[] {
  if (TOOLCHAIN === undefined) return [];
  const names = readRoom(root, 'articles').files.flatMap(
    (path) => parseArticleName(`articles/${path}`) ?? [],
  );
  if (names.length < WORTH_A_PROCESS) return [];
  const kept = [new Kept(cache, READ), new Kept(cache, RENDERED)];
  return names.filter((name) => {
    const key = articleKey(name, readFileSync(join(root, name.file)));
    return key !== undefined && !kept.every((values) => values.has(key));
  });
}
