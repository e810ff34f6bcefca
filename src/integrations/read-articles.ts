import { join } from 'node:path';
import type { Article } from '../series/article.ts';
import { Kept, keyOf } from './kept.ts';
import { TOOLCHAIN } from './toolchain.ts';
import { type ArticleFile, readInThreads } from './reading-threads.ts';

/**
 * Reads articles, in their order. What was read of one is kept below a folder for caches, if there is
 * one: the same text under the same name is read again only when the code that reads it has changed.
 */
export function readArticles(files: readonly ArticleFile[], cache: string | undefined): readonly Article[] {
  const code = TOOLCHAIN;
  if (cache === undefined || code === undefined) return readInThreads(files);
  return keptIn(cache).of(files, { key: (file) => keyFor(file, code), make: readInThreads });
}

/** Keeps what was read of an article elsewhere. */
export function keepArticle(file: ArticleFile, article: Article, cache: string): void {
  if (TOOLCHAIN !== undefined) keptIn(cache).keep(keyFor(file, TOOLCHAIN), article);
}

/** Whether something is kept of an article as it is on disk. */
export function isKept(file: ArticleFile, cache: string): boolean {
  return TOOLCHAIN !== undefined && keptIn(cache).has(keyFor(file, TOOLCHAIN));
}

function keptIn(cache: string): Kept<Article> {
  return new Kept(join(cache, 'articles'));
}

function keyFor({ name, bytes }: ArticleFile, code: string): string {
  return keyOf(code, name.file, bytes);
}
