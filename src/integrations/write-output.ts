import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuiltSite, OutputFile } from '../outputs/output.ts';
import { type OutputFolder, putFile } from './output-folder.ts';

/**
 * Puts a file beside the pages, where nothing is in its place: neither a page nor a file of `public/`
 * is ever overwritten. Where the author's own file may stand for it, that stays; any other is told of.
 */
export function writeOutput(
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
