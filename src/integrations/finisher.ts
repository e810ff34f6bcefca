import type { PublishedArticle } from '../series/published.ts';
import type { Redirect } from '../series/redirects.ts';
import type { Site } from '../site.ts';
import type { AheadRequest } from './making-ahead.ts';
import type { Printer } from './print-books.ts';

/** Where a site is built. */
export interface BuildPlace extends AheadRequest {
  /** The folder that the site will be in. */
  readonly output: string;
}

/** What is known of a site before its pages are made. */
export interface SiteFacts {
  readonly site: Site;
  readonly articles: readonly PublishedArticle[];
  readonly redirects: readonly Redirect[];
  /** Files of the output that are not the site's own, and are served as they are. */
  readonly asTheyAre: ReadonlySet<string>;
}

export interface Prepared {
  /** The folder that pages shall be written into. */
  readonly folder: string;
  /** Whether articles are being read in another process that leaves this one a processor. */
  readonly leavesProcessor: boolean;
}

/** Makes a whole site of the pages that Astro makes. */
export interface Finisher {
  /** Resolves once this build may begin. */
  readonly prepare: (place: BuildPlace) => Promise<Prepared>;
  /** Resolves once no articles are being read ahead. */
  readonly articles: () => Promise<void>;
  /** Resolves once no copies of pictures are being made ahead. */
  readonly pictures: () => Promise<void>;
  /** No page is written yet. */
  readonly begin: (facts: SiteFacts) => void;
  /** The text of an article, before its page. */
  readonly markdown: (slug: string, text: string) => void;
  /** The page of an article, which nobody has written yet. */
  readonly page: (slug: string, html: Uint8Array) => void;
  /** The page of an article that was finished before; `made` stands for its HTML (`madeHash`). */
  readonly finishedPage: (slug: string, made: string) => void;
  /**
   * All other pages are written, and files that were `made` of what this stands for: proves the site and publishes
   * it, or ends the process.
   */
  readonly end: (made: ReadonlyMap<string, string>) => Promise<void>;
}

/** What finishes the sites that are built in this process, where it is not this process. */
let other: Finisher | undefined;

export function handOverTo(finisher: Finisher): void {
  other = finisher;
}

/** That of another process, or one that works in this process, whose code is loaded only then. */
export async function finisherFor(
  print: Printer | undefined,
  say: (text: string) => void,
): Promise<Finisher> {
  if (other) return other;
  const { SiteFinisher } = await import('./site-finisher.ts');
  return new SiteFinisher(print, say);
}
