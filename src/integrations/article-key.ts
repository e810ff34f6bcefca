import type { ArticleName } from '../series/article-name.ts';
import { keyOf } from './kept.ts';
import { TOOLCHAIN } from './toolchain.ts';

/**
 * Stands for an article's text under its name, and for all that reads and renders it; undefined where nothing can
 * be kept.
 */
export function articleKey({ file }: ArticleName, text: string | Uint8Array): string | undefined {
  return TOOLCHAIN && keyOf(TOOLCHAIN, file, text);
}

/** The kinds of values that articles are kept as: once they are read, and once they are rendered. */
export const READ = 'articles';
export const RENDERED = 'rendered';
