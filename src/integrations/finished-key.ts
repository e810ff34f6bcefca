import { hash } from 'node:crypto';
import type { SiteAddress } from '../series/site-address.ts';
import { keyOf } from './kept.ts';

/** The kinds of values that finished pages are kept as: their HTML, and what others need of them. */
export const FINISHED = 'pages';
export const FINISHED_HTML = 'html';

/** Stands for a page as it was made. */
export function madeHash(html: Uint8Array): string {
  return hash('sha256', html);
}

/** What a page is finished from, besides code: `made` stands for its HTML (`madeHash`). */
export function finishedFrom(name: string, made: string, address: SiteAddress): readonly string[] {
  return [name, JSON.stringify(address), made];
}

/** Stands for a page as it was finished from that. */
export function finishedStamp(from: readonly string[]): string {
  return keyOf(...from);
}

/** The page of an article below the output folder. */
export function articlePageName(slug: string): string {
  return `${slug}/index.html`;
}
