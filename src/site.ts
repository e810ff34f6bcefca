import type { Books } from './series/books.ts';
import type { OfflineMode } from './offline/offline-mode.ts';

/** Who writes the site. */
export interface Author {
  readonly name: string;
  /** A page about them. */
  readonly url?: string;
}

/** What a fork of this site changes. */
export interface Site {
  readonly title: string;
  /** One sentence that says what the site is. */
  readonly description: string;
  /** The language of the site's own words, as in BCP 47. */
  readonly language: string;
  /** Where the site is published when `SITE_URL` is not set: scheme and host, nothing else. */
  readonly origin: string;
  /** Who writes, for feeds, search engines and books; where none is given, feeds name the site. */
  readonly author?: Author;
  /** Links in the footer. */
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** The books of each series that are published with it; a PDF needs a Chromium where the site is built. */
  readonly books: Books;
  /**
   * Whether pages that were visited can be read without a network: `on`, the default, publishes a worker that
   * keeps them. `kill` publishes one that takes it off all devices that come back, with all that it kept.
   * `off` publishes none, and leaves the one that a device has: put `kill` before it, for as long as
   * readers may come back. `OFFLINE=kill npm run build` sets it for one build.
   */
  readonly offline?: OfflineMode;
}

export const site: Site = {
  title: 'LLM Internals',
  description: 'An article series that explains how large language models work on the inside.',
  language: 'en',
  origin: 'https://llm-internals.example',
  links: [],
  books: { epub: true, pdf: false },
  offline: 'on',
};
