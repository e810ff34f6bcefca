import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesBelow } from './files-below.ts';
import { keyOf } from './kept.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * Stands for all that makes something of a text or a page, besides the text or the page: the
 * project's code in a folder that has it, the packages that are installed there, and Node. Undefined
 * where npm has not recorded which packages those are.
 */
export function toolchainOf(project = PROJECT): string | undefined {
  const files = filesBelow(join(project, 'src')).filter((file) => file.endsWith('.ts'));
  try {
    return keyOf(
      JSON.stringify(process.versions),
      // Not that of the root: it may already say what is still to be installed.
      readFileSync(join(project, 'node_modules/.package-lock.json')),
      ...files.flatMap((file) => [file, readFileSync(join(project, 'src', file))]),
    );
  } catch {
    return undefined;
  }
}

/** That of this thread, asked as it starts: what changes on disk from then on does not run in it. */
export const TOOLCHAIN = toolchainOf();
