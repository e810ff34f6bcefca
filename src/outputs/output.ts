import type { InlineHashes } from '../finishing/content-policy.ts';
import type { PublishedArticle } from '../series/published.ts';
import type { SiteAddress } from '../series/site-address.ts';
import type { Redirect } from '../series/redirects.ts';
import type { Site } from '../site.ts';

/** A file that is published beside the pages. */
export interface OutputFile {
  /** Its path below the output folder: `feed.xml`. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Whether a file of that name in `public/` takes its place; otherwise there must be none. */
  readonly mayBeReplaced?: boolean;
}

/** Makes something of its inputs, or gives what was made of the same before. Kinds are names of files. */
export type Keep = <Value extends object>(
  kind: string,
  inputs: readonly (string | Uint8Array)[],
  make: () => Value | Promise<Value>,
) => Promise<Value>;

/** The title of an article as its page has it, with its emphasis. */
export interface Heading {
  readonly id: string | undefined;
  /** What is in it. */
  readonly html: string;
}

/** The whole site, as other outputs need it. What is told later is told as soon as the pages that it is of are finished. */
export interface BuiltSite {
  readonly site: Site;
  readonly address: SiteAddress;
  /** In the order of their series, then of their number; no drafts. */
  readonly articles: readonly PublishedArticle[];
  /** All that stands in pages and is run or painted. */
  readonly hashes: () => Promise<InlineHashes>;
  readonly redirects: readonly Redirect[];
  /** The text of an article as its page has it, to be read elsewhere: without what the site adds, with absolute addresses. */
  readonly html: (slug: string) => Promise<string>;
  /** Undefined for an article that has no page. */
  readonly heading: (slug: string) => Promise<Heading | undefined>;
  /** An article as plain Markdown, with absolute addresses. */
  readonly markdown: (slug: string) => Promise<string>;
  /** The bytes of a file of the output, by its path below the output folder: `llm1/index.html`. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** A file of `public/` by its path there; undefined where there is none. */
  readonly publicFile: (path: string) => Uint8Array | undefined;
  /** Keeps what is made from one build to the next. */
  readonly keep: Keep;
}

/** One kind of output: a function of the site, and of nothing else. */
export type Output = (site: BuiltSite) => readonly OutputFile[] | Promise<readonly OutputFile[]>;
