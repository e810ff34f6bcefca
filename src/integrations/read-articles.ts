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
  return new Kept<Article>(join(cache, 'articles')).of(files, {
    key: ({ name, bytes }) => keyOf(code, name.file, bytes),
    make: readInThreads,
  });
}
