import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** At the top: a worker is in charge of the addresses below its own. */
export const WORKER_FILE = 'sw.js';

const PLACE_OF_VERSION = '%VERSION%';

/**
 * Writes a hash of the whole site into its service worker: a browser takes a worker of other bytes for
 * a new version. Nothing but the worker may change afterwards.
 */
export function sealWorker(folder: string, files: ReadonlySet<string>): void {
  if (!files.has(WORKER_FILE)) return;
  const path = join(folder, WORKER_FILE);
  const version = versionOf(contents(folder, files));
  writeFileSync(path, readFileSync(path, 'utf8').replace(PLACE_OF_VERSION, version));
}

/** One after the other: a site's pictures need not be in memory at once. */
function* contents(folder: string, files: Iterable<string>): Iterable<[string, Uint8Array]> {
  for (const file of files) yield [file, readFileSync(join(folder, file))];
}

/** The same for the same files, wherever and whenever they were made. */
export function versionOf(files: Iterable<readonly [name: string, content: Uint8Array]>): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(`${name}\0${content.length}\0`).update(content);
  return hash.digest('base64url').slice(0, 12);
}
