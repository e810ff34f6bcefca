import { breakWords } from '../../series/word-breaks.ts';
import { type FoundArticle, foundArticle, type FoundPage } from './found.ts';

/** Pagefind's script, as its import gives it. */
interface Pagefind {
  createInstance(options: Readonly<Record<string, unknown>>): PagefindIndex;
}

interface PagefindIndex {
  /** Gives null where another search has begun before this one was made. */
  debouncedSearch(term: string, options: object, wait: number): Promise<PagefindAnswer | null>;
}

interface PagefindAnswer {
  readonly results: readonly { data(): Promise<FoundPage> }[];
}

export interface Found {
  readonly articles: readonly FoundArticle[];
  /** How many articles there are, of which the best are given. */
  readonly total: number;
}

export type Search = (words: string) => Promise<Found | undefined>;

const SHOWN = 8;
const WAIT = 120;
/** A worker would be a second script of the same size, for what takes some milliseconds. */
const OPTIONS = { noWorker: true, excerptLength: 24, excerptEllipsis: '…' };

/** Imports a script that is no part of the bundle. */
export type Load = (address: string) => Promise<unknown>;

/**
 * Loads what searches. The search gives undefined where the reader has typed on meanwhile, and
 * throws where the index cannot be read.
 */
export async function openIndex(load: Load): Promise<Search> {
  const script = import.meta.url;
  const root = new URL('../', script).href;
  const pagefind = (await load(`${root}pagefind/pagefind.js`)) as Pagefind;
  const create = () => pagefind.createInstance(OPTIONS);
  // It begins to read at once; one that failed to read never answers again.
  let index: PagefindIndex | undefined = create();
  return async (words) => {
    try {
      index ??= create();
      const answer = await index.debouncedSearch(breakWords(words).trim(), {}, WAIT);
      return answer ? await found(answer, root) : undefined;
    } catch (error) {
      index = undefined;
      throw error;
    }
  };
}

async function found({ results }: PagefindAnswer, root: string): Promise<Found> {
  const pages = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
  const articles = pages.map((page) => foundArticle(page, { root, here: location.href }));
  return { articles, total: results.length };
}
