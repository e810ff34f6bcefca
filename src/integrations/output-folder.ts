import {
  existsSync,
  linkSync,
  lstatSync,
  readFileSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PublishedFiles } from './published-files.ts';

/** A folder that a site is built into. */
export interface OutputFolder {
  readonly path: string;
  /** What the last build has published, whose place it will take; undefined where that is not known. */
  readonly last?: string;
  /** What is known of the files there. */
  readonly published?: PublishedFiles;
}

/** The folder of a build whose files are remembered. */
export type RememberedFolder = OutputFolder & Required<Pick<OutputFolder, 'published'>>;

/**
 * Writes a file of a site, by its path below the folder. One that is as in the last build becomes another name of
 * that file: making thousands of files takes seconds on some file systems, and it keeps the time of its change for
 * servers and for tools that copy what has changed. So nothing may change a file in its place that was put there.
 * A file of the same name is replaced, and not written over: what was put there may be published already.
 */
export function putFile(folder: OutputFolder, name: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const isSame = ({ size }: Stats, path: string) => size === bytes.length && readFileSync(path).equals(bytes);
  if (!isLinked(folder, name, isSame)) writeFileSync(join(folder.path, name), bytes);
}

/** A file that is asked for only where the last build has not published one that was made of the same. */
export interface MadeFile {
  /** Stands for what it is made of, besides code. */
  readonly made: string;
  readonly content: () => Uint8Array | Promise<Uint8Array>;
}

/** Writes a file as `putFile` does. */
export async function putMade(
  folder: OutputFolder,
  name: string,
  { made, content }: MadeFile,
): Promise<void> {
  if (isTakenOver(folder, name, made)) return;
  putFile(folder, name, await content());
  folder.published?.note(name, made);
}

/** Whether a file of the last build was made of the same, and is that of this one, too. */
export function isTakenOver(folder: OutputFolder, name: string, made: string): boolean {
  const { published } = folder;
  if (!published?.isAsMade(name, made)) return false;
  if (!isLinked(folder, name, () => true) && !isCopied(folder, name)) return false;
  published.note(name, made);
  return true;
}

/** A file that is right may have another owner, or be where files have one name each. */
function isCopied({ path, last = '' }: OutputFolder, name: string): boolean {
  try {
    writeFileSync(join(path, name), readFileSync(join(last, name)));
    return true;
  } catch {
    return false;
  }
}

/** Where it cannot be known or done, for whatever reason, the file is to be written; what was in its place is gone. */
function isLinked(
  { path: folder, last }: OutputFolder,
  name: string,
  isSame: (file: Stats, path: string) => boolean,
): boolean {
  const target = join(folder, name);
  if (existsSync(target)) unlinkSync(target);
  if (last === undefined) return false;
  const path = join(last, name);
  try {
    const file = lstatSync(path, { throwIfNoEntry: false });
    if (!file?.isFile()) return false;
    // One that was made as the file would be.
    const made = statSync(folder);
    const isAlike = file.uid === made.uid && (file.mode & 0o777) === (made.mode & 0o666);
    if (!isAlike || !isSame(file, path)) return false;
    linkSync(path, target);
    return true;
  } catch {
    return false;
  }
}
