import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { OfflineMode } from '../offline/offline-mode.ts';
import { filesBelow } from './files-below.ts';

/** At the top: a worker is in charge of the addresses below its own. */
const WORKER_FILE = 'sw.js';
const PLACE_OF_VERSION = '%VERSION%';

const SOURCES: Readonly<Record<Exclude<OfflineMode, 'off'>, string>> = {
  on: '../offline/worker.ts',
  kill: '../offline/farewell.ts',
};

/** Bundles the service worker beside the pages, and tells pages' scripts whether there is one to start. */
export function offlineScripts(mode: OfflineMode): Plugin {
  return {
    name: 'offline-scripts',
    config: () => ({ define: { 'import.meta.env.OFFLINE': JSON.stringify(mode === 'on') } }),
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      if (mode === 'off' || this.environment.mode !== 'build') return;
      const id = fileURLToPath(new URL(SOURCES[mode], import.meta.url));
      this.emitFile({ type: 'chunk', id, fileName: WORKER_FILE });
    },
  };
}

/**
 * Writes a hash of the whole site into its service worker: a browser takes a worker of other bytes for
 * a new version. Nothing but the worker may change afterwards.
 */
export function sealWorker(folder: string): void {
  const files = filesBelow(folder);
  if (!files.includes(WORKER_FILE)) return;
  const path = join(folder, WORKER_FILE);
  const version = versionOf(files.map((file) => [file, readFileSync(join(folder, file))]));
  writeFileSync(path, readFileSync(path, 'utf8').replace(PLACE_OF_VERSION, version));
}

/** The same for the same files, wherever and whenever they were made. */
export function versionOf(files: Iterable<readonly [name: string, content: Uint8Array]>): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(`${name}\0${content.length}\0`).update(content);
  return hash.digest('base64url').slice(0, 12);
}
