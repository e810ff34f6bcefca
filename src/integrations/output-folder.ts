import { existsSync, linkSync, lstatSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
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
 * A file of the same name is replaced, and not written over: what was put there may be published already.
 */
export function putFile({ path, last }: OutputFolder, name: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const target = join(path, name);
  if (existsSync(target)) unlinkSync(target);
  if (last !== undefined && isLinked(join(last, name), { target, bytes, folder: path })) return;
  writeFileSync(target, bytes);
}

interface Wanted {
  readonly target: string;
  readonly bytes: Uint8Array;
  /** One that was made as the file would be. */
  readonly folder: string;
}

/** Where it cannot be known or done, for whatever reason, the file is written. */
function isLinked(path: string, { target, bytes, folder }: Wanted): boolean {
  try {
    const [file, made] = [lstatSync(path), statSync(folder)];
    const isAlike = file.isFile() && file.uid === made.uid && (file.mode & 0o777) === (made.mode & 0o666);
    if (!isAlike || file.size !== bytes.length || !readFileSync(path).equals(bytes)) return false;
    linkSync(path, target);
    return true;
  } catch {
    return false;
  }
}
