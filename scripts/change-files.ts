import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceAll } from '../src/integrations/all-or-nothing.ts';
import type { FileChange } from '../src/markdown/renaming.ts';

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The texts of files below a root, with their byte order marks. */
export function readSources(root: string, files: readonly string[]): Map<string, string> {
  return new Map(files.map((file) => [file, UTF8.decode(readFileSync(join(root, file)))]));
}

/** Writes changes of files, all or none. */
export function writeChanges(root: string, changes: readonly FileChange[]): void {
  const encode = (text: string) => new TextEncoder().encode(text);
  const before = new Map(changes.map((change) => [change.from, encode(change.before)]));
  const after = new Map(changes.map((change) => [change.to, encode(change.after)]));
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  replaceAll(
    root,
    paths.map((path) => ({ path, before: before.get(path), after: after.get(path) })),
  );
}
