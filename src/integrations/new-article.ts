import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readArticle } from '../markdown/read-article.ts';
import type { ArticleName } from '../series/article-name.ts';
import { checkProject } from '../series/check.ts';
import { withArticle } from '../series/new-article.ts';
import type { Problem } from '../series/problem.ts';
import type { ProjectState } from './project-reader.ts';

/** The problems that a project would have with an article, and has not without it. */
export function problemsWith(
  { project, problems }: ProjectState,
  files: readonly string[],
  { name, text }: { readonly name: ArticleName; readonly text: string },
): Problem[] {
  const article = readArticle(name, new TextEncoder().encode(text));
  const known = new Set(problems.map(identity));
  const after = checkProject(withArticle(project, article), [...files, name.file]);
  return after.filter((problem) => !known.has(identity(problem)));
}

function identity({ file, place, rule, message }: Problem): string {
  return JSON.stringify([file, place.line, place.column, rule, message]);
}

/** Writes a file that must not exist yet, nor a link that leads anywhere; throws where one does. */
export function writeNewFile(root: string, file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw isThere ? new Error(`Nothing is written: \`${file}\` is there already.`) : error;
  }
}
