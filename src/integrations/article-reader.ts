import type { Article } from '../series/article.ts';
import { articleKey, READ } from './article-key.ts';
import { Kept } from './kept.ts';
import { TOOLCHAIN } from './toolchain.ts';
import { type ArticleFile, readInThreads } from './reading-threads.ts';

/**
 * Reads articles, and keeps what was read of one below a folder for caches, if there is one: the same
 * text under the same name is read again only when the code that reads it has changed.
 */
export class ArticleReader {
  readonly #kept: Kept<Article> | undefined;

  constructor(cache: string | undefined) {
    this.#kept = cache === undefined || TOOLCHAIN === undefined ? undefined : new Kept(cache, READ);
  }

  /** Articles in the order of their files. */
  read(files: readonly ArticleFile[]): readonly Article[] {
    return this.#kept?.of(files, { key: keyFor, make: readInThreads }) ?? readInThreads(files);
  }

  /** Keeps what was read of an article elsewhere. */
  keep(file: ArticleFile, article: Article): void {
    this.#kept?.keep(keyFor(file), article);
  }
}

function keyFor({ name, bytes }: ArticleFile): string {
  return articleKey(name, bytes) ?? '';
}
