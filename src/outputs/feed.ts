import { seriesOf } from '../series/catalogue.ts';
import type { Day } from '../series/day.ts';
import { type FeedName, feedFolder } from '../series/feed-address.ts';
import type { PublishedArticle } from '../series/published.ts';
import type { Author } from '../site.ts';
import { newestFirst, NO_DAY } from './feed-days.ts';
import { Entries, type Entry } from './feed-entries.ts';
import type { BuiltSite } from './output.ts';

/** What a follower of the site, or of one series, gets: the newest first. */
export interface Feed {
  /** The slug of the index of its series; undefined for the feed of the whole site. */
  readonly index: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly author: Author;
  /** The page that it is the feed of. */
  readonly home: string;
  /** When the newest of its changes was made. */
  readonly changed: Day;
  readonly entries: readonly Entry[];
  /** The address of the feed itself, in one of its forms. */
  readonly self: (name: FeedName) => string;
}

/** Entries have their whole text, so that a feed of all of a large series would be many megabytes. */
const MOST_ENTRIES = 50;

/**
 * The feed of the site, with all parts and pages, and those of its series, with their parts. What
 * changes in an index is told by the parts themselves.
 */
export function feedsOf(built: BuiltSite): Promise<Feed[]> {
  const { site, articles } = built;
  const entries = new Entries(built);
  return Promise.all([
    feedOf({ ...site, index: undefined, of: articles.filter(({ member }) => member?.number !== 0) }, entries),
    ...seriesOf(articles).map(({ index: { slug, title, description, language }, parts }) =>
      feedOf({ index: slug, title, description, language: language ?? site.language, of: parts }, entries),
    ),
  ]);
}

interface About extends Pick<Feed, 'index' | 'title' | 'description' | 'language'> {
  readonly of: readonly PublishedArticle[];
}

async function feedOf({ index, title, description, language, of }: About, all: Entries): Promise<Feed> {
  const { site, address } = all.built;
  const home = address.origin + feedFolder(index, address.base);
  const newest = newestFirst(of, all.days).slice(0, MOST_ENTRIES);
  const entries = await Promise.all(newest.map((article) => all.of(article)));
  return {
    index,
    title,
    description,
    language,
    author: site.author ?? { name: site.title },
    home,
    changed:
      entries
        .map(({ changed }) => changed)
        .toSorted()
        .at(-1) ?? NO_DAY,
    entries,
    self: (name) => home + name,
  };
}
