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

/** Stands for an article, whatever its text, and for all that renders it; undefined where nothing can be kept. */
export function slugKey(slug: string): string | undefined {
  return TOOLCHAIN && keyOf(TOOLCHAIN, slug);
}

/** The kinds of values that articles are kept as: once they are read, and once they are rendered. */
export const READ = 'articles';
export const RENDERED = 'rendered';
/** What the blocks of code of an article's last rendering were written as. */
export const CODE = 'code';
