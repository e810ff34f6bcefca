import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { SiteAddress } from '../series/site-address.ts';

/** What a build will be about. */
export interface AheadRequest {
  /** The root of the project. */
  readonly root: string;
  readonly address: SiteAddress;
  /** The folder for caches, into which everything is made. */
  readonly cache: string;
}

/** Fewer articles are read and rendered sooner than a process and its threads have started. */
export const WORTH_A_PROCESS = 60;

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

/** The names of articles in a folder, some of which may be none. */
function articlesIn(root: string): number {
  try {
    return readdirSync(join(root, 'articles')).length;
  } catch {
    return 0;
  }
}

async function run(request: AheadRequest): Promise<void> {
  if (articlesIn(request.root) < WORTH_A_PROCESS) return;
  try {
    const child = fork(new URL('making-ahead-process.ts', import.meta.url), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const end = once(child, 'exit');
    child.send(request, () => undefined);
    await end;
  } catch {
    // There is no process to be had.
  }
}
