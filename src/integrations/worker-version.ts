import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** At the top: a worker is in charge of the addresses below its own. */
export const WORKER_FILE = 'sw.js';

const PLACE_OF_VERSION = '%VERSION%';

/** Stands for the files of a site: the same for the same ones in the same order, wherever and whenever they were made. */
export class SiteVersion {
  readonly #hash = createHash('sha256');

  /** A file, and the hash of its content. */
  add(name: string, content: string): this {
    this.#hash.update(`${name}\0${content}\0`);
    return this;
  }

  /** It is whole now. */
  toString(): string {
    return this.#hash.digest('base64url').slice(0, 12);
  }
}

/**
 * Writes the version of the whole site into its service worker: a browser takes a worker of other bytes for
 * a new version. Nothing but the worker may change afterwards.
 */
export function sealWorker(folder: string, version: SiteVersion): void {
  const path = join(folder, WORKER_FILE);
  writeFileSync(path, readFileSync(path, 'utf8').replace(PLACE_OF_VERSION, String(version)));
}
