import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';

/** A file as it is and as it shall be; undefined for one that is not there. Paths are from a root. */
export interface Replacement {
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/** What changes files, so that a test can let each step fail. */
export type Disk = Pick<typeof fs, 'mkdirSync' | 'writeFileSync' | 'renameSync' | 'rmSync'>;

/** Where everything is kept while files change, below the root; it is there only then. */
const FOLDER = '.changing';
const JOURNAL = 'journal.json';

/**
 * Changes files all or not at all: what fails in the middle is undone before it is thrown on, and what ended in
 * the middle is undone by `undoUnfinished`. Throws where a file is not as it is said to be.
 */
export function replaceAll(root: string, replacements: readonly Replacement[], disk: Disk = fs): void {
  for (const { path, before } of replacements) {
    if (!isSame(contentOf(join(root, path)), before)) {
      throw new Error(`\`${path}\` has changed meanwhile. Nothing is written.`);
    }
  }
  disk.mkdirSync(join(root, FOLDER));
  try {
    prepare(root, replacements, disk);
    put(root, replacements, disk);
    // From here on it is done: without its journal, nothing is undone.
    disk.rmSync(join(root, FOLDER, JOURNAL));
  } catch (error) {
    undoUnfinished(root, disk);
    throw error;
  }
  disk.rmSync(join(root, FOLDER), { recursive: true, force: true });
}

interface Entry {
  readonly path: string;
  /** Names of files in the folder. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Of what is there when it is changed. */
  readonly hash: string | undefined;
}

function prepare(root: string, replacements: readonly Replacement[], disk: Disk): void {
  const at = (name: string) => join(root, FOLDER, name);
  const entries = replacements.map(({ path, before, after }, index): Entry => {
    const mode = fs.statSync(join(root, path), { throwIfNoEntry: false })?.mode ?? 0o644;
    if (before) disk.writeFileSync(at(`before-${index}`), before, { mode, flush: true });
    if (after) disk.writeFileSync(at(`after-${index}`), after, { mode, flush: true });
    return {
      path,
      before: before && `before-${index}`,
      after: after && `after-${index}`,
      hash: after && hashOf(after),
    };
  });
  disk.writeFileSync(at('new.json'), JSON.stringify(entries), { flush: true });
  disk.renameSync(at('new.json'), at(JOURNAL));
}

/** What goes, goes first: on some systems a name that differs in capitals only is the same file. */
function put(root: string, replacements: readonly Replacement[], disk: Disk): void {
  for (const { path, after } of replacements) {
    if (!after) disk.rmSync(join(root, path));
  }
  replacements.forEach(({ path, after }, index) => {
    if (after) disk.renameSync(join(root, FOLDER, `after-${index}`), join(root, path));
  });
}

/**
 * Puts back every file that an earlier run changed and did not come to its end; true where there was one. Throws
 * where a file was changed since by somebody else, and leaves all as it is.
 */
export function undoUnfinished(root: string, disk: Disk = fs): boolean {
  const folder = join(root, FOLDER);
  const journal = contentOf(join(folder, JOURNAL));
  if (!journal) {
    disk.rmSync(folder, { recursive: true, force: true });
    return false;
  }
  const entries = JSON.parse(journal.toString('utf8')) as readonly Entry[];
  const saved = entries.map((entry) => ({
    ...entry,
    bytes: entry.before === undefined ? undefined : contentOf(join(folder, entry.before)),
  }));
  for (const { path, bytes, hash } of saved) {
    const now = contentOf(join(root, path));
    if (!now || isSame(now, bytes) || hashOf(now) === hash) continue;
    throw new Error(
      `A change of several files was interrupted, and \`${path}\` has been changed since. What they were is in \`${FOLDER}/\`: put them right by hand, and remove that folder.`,
    );
  }
  for (const { path, bytes } of saved) if (!bytes) disk.rmSync(join(root, path), { force: true });
  saved.forEach(({ path, before = '', bytes }) => {
    if (!bytes || isSame(contentOf(join(root, path)), bytes)) return;
    const { mode } = fs.statSync(join(folder, before));
    disk.writeFileSync(join(folder, 'again'), bytes, { mode, flush: true });
    disk.renameSync(join(folder, 'again'), join(root, path));
  });
  disk.rmSync(folder, { recursive: true, force: true });
  return true;
}

function contentOf(path: string): Buffer | undefined {
  const stat = fs.lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (!stat.isFile()) throw new Error(`\`${path}\` is no file of its own, and is left as it is.`);
  return fs.readFileSync(path);
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one && other ? Buffer.compare(one, other) === 0 : one === other;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
