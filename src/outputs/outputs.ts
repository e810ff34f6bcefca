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

/** What is published beside the pages. */
export const outputs: readonly Output[] = [
  redirectPages,
  hostFiles,
  feeds,
  icons,
  manifest,
  markdownFiles,
  robots,
  sitemap,
  searchIndex,
  epubs,
];
