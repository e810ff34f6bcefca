import { createRequire } from 'node:module';
import type { Article } from '../series/article.ts';
import { articleKey, READ } from './article-key.ts';
import { Kept } from './kept.ts';
import { TOOLCHAIN } from './toolchain.ts';
import type * as ReadingThreads from './reading-threads.ts';
import type { ArticleFile } from './reading-threads.ts';

const require = createRequire(import.meta.url);

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
    return this.#kept?.of(files, { key: keyFor, make: readAnew }) ?? readAnew(files);
  }

  /** Keeps what was read of an article elsewhere. */
  keep(file: ArticleFile, article: Article): void {
    this.#kept?.keep(keyFor(file), article);
  }
}

/** What reads takes a quarter of a second to load: where all articles are kept, it is not. */
function readAnew(files: readonly ArticleFile[]): Article[] {
  const { readInThreads } = require('./reading-threads.ts') as typeof ReadingThreads;
  return readInThreads(files);
}

function keyFor({ name, bytes }: ArticleFile): string {
  return articleKey(name, bytes) ?? '';
}
