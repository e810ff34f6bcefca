import { feedFiles } from './feed-address.ts';

/** Addresses that the site itself uses, so that no article can have them. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  '404',
  '500',
  'index',
  'offline',
  'articleimages',
  '_astro',
  ...feedFiles([]),
]);
