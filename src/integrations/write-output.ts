import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuiltSite, OutputFile } from '../outputs/output.ts';
import { compress } from './compress.ts';
import { type OutputFolder, putFile } from './output-folder.ts';

/**
 * Puts a file beside the pages, where nothing is in its place: neither a page nor a file of `public/`
 * is ever overwritten. Where the author's own file may stand for it, that stays; any other is told of.
 */
function writeFile(
  folder: OutputFolder,
  { path, content, mayBeReplaced = false }: OutputFile,
  publicFile: BuiltSite['publicFile'],
): readonly string[] {
  const target = join(folder.path, path);
  if (existsSync(target)) {
    if (publicFile(path) === undefined) return [`${path}: two things are published under this name.`];
    if (mayBeReplaced) return [];
    return [`public/${path}: the site has a \`${path}\` of its own; give this file another name.`];
  }
  mkdirSync(dirname(target), { recursive: true });
  putFile(folder, path, content);
  return [];
}

export interface Written {
  readonly names: readonly string[];
  /** Names that are taken already, one sentence each. */
  readonly clashes: readonly string[];
  /** The names of compressed copies. */
  readonly copies: readonly string[];
}

/** Writes and compresses what an output has made. */
export async function writeOutput(
  folder: OutputFolder,
  files: readonly OutputFile[],
  site: BuiltSite,
): Promise<Written> {
  const clashes = writeFiles(folder, files, site);
  const names = files.map(({ path }) => path);
  return { names, clashes, copies: await compress(folder, names, site.keep) };
}

/** Tells of names that are taken already. */
export function writeFiles(
  folder: OutputFolder,
  files: readonly OutputFile[],
  { publicFile }: Pick<BuiltSite, 'publicFile'>,
): readonly string[] {
  return files.flatMap((file) => writeFile(folder, file, publicFile));
}
