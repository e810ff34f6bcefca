import { readFileSync, statSync } from 'node:fs';

/** The bytes of a file; undefined where there is no file. */
export function readIfThere(path: string): Uint8Array | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}
