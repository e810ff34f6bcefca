import { epubs } from './book/epub.ts';
import type { Output } from './output.ts';
import { feeds } from './feeds.ts';
import { hostFiles } from './hosting/host-files.ts';
import { icons } from './icons.ts';
import { markdownFiles } from './llms/markdown-files.ts';
import { manifest } from './manifest.ts';
import { redirectPages } from './redirect-pages.ts';
import { robots } from './robots.ts';
import { searchIndex } from './search-index.ts';
import { sitemap } from './sitemap.ts';

/**
 * Takes as long as all others together, and most of that in a process of its own, after the last page: so this one
 * is begun with the first page.
 */
export const firstOutput: Output = searchIndex;

/** What else is published beside the pages. */
export const outputs: readonly Output[] = [
  // First, since what they draw takes other threads.
  icons,
  epubs,
  redirectPages,
  hostFiles,
  feeds,
  manifest,
  markdownFiles,
  robots,
  sitemap,
];
