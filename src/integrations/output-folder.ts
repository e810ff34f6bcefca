import { linkSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that a site is built into. */
export interface OutputFolder {
  readonly path: string;
  /** What the last build has published, whose place it will take; undefined where that is not known. */
  readonly last?: string;
}

/**
 * Writes a file of a site, by its path below the folder. One that is as in the last build becomes another name of
 * that file: making thousands of files takes seconds on some file systems, and it keeps the time of its change for
 * servers and for tools that copy what has changed. So nothing may change a file in its place that was put there.
 */
export function putFile({ path, last }: OutputFolder, name: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const target = join(path, name);
  if (last !== undefined && isSame(join(last, name), bytes) && isLinked(join(last, name), target)) return;
  writeFileSync(target, bytes);
}

function isSame(path: string, bytes: Uint8Array): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === bytes.length && readFileSync(path).equals(bytes);
}

/** There are file systems without links, and files that have too many. */
function isLinked(path: string, target: string): boolean {
  try {
    linkSync(path, target);
    return true;
  } catch {
    return false;
  }
}
