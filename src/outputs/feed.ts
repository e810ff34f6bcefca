import { seriesOf } from '../series/catalogue.ts';
import type { Day } from '../series/day.ts';
import { type FeedName, feedFolder } from '../series/feed-address.ts';
import { directionOf } from '../series/language.ts';
import type { PublishedArticle } from '../series/published.ts';
import { articleAddress, pictureAddress } from '../series/target.ts';
import type { Author } from '../site.ts';
import { assumedDays, newestFirst, NO_DAY } from './feed-days.ts';
import type { BuiltSite } from './output.ts';

/** An article in a feed. All addresses are absolute, all texts but `html` are plain. */
export interface Entry {
  /** The address of its page, and what it is known by: it stays while title and text change. */
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  /** The whole text as HTML, in an element that says its language. */
  readonly html: string;
  readonly language: string;
  readonly written: Day | undefined;
  readonly updated: Day | undefined;
  /** When it last changed, or else about when it must have been written. */
  readonly changed: Day;
  readonly image: string | undefined;
}

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
  return Promise.all([
    feedOf({ ...site, index: undefined, of: articles.filter(({ member }) => member?.number !== 0) }, built),
    ...seriesOf(articles).map(({ index: { slug, title, description, language }, parts }) =>
      feedOf({ index: slug, title, description, language: language ?? site.language, of: parts }, built),
    ),
  ]);
}

interface About extends Pick<Feed, 'index' | 'title' | 'description' | 'language'> {
  readonly of: readonly PublishedArticle[];
}

async function feedOf({ index, title, description, language, of }: About, built: BuiltSite): Promise<Feed> {
  const { site, address, articles } = built;
  const days = assumedDays(articles);
  const home = address.origin + feedFolder(index, address.base);
  const newest = newestFirst(of, days).slice(0, MOST_ENTRIES);
  const entries = await Promise.all(
    newest.map((article) => entryOf(article, days.get(article.slug) ?? NO_DAY, built)),
  );
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

async function entryOf(
  article: PublishedArticle,
  day: Day,
  { site, address, html }: BuiltSite,
): Promise<Entry> {
  const { slug, title, description, written, updated, image } = article;
  const language = article.language ?? site.language;
  return {
    address: address.origin + articleAddress(slug, address.base),
    title,
    summary: description,
    html: `<div lang="${language}" dir="${directionOf(language)}">${await html(slug)}</div>`,
    language,
    written,
    updated,
    changed: updated ?? day,
    image: image === undefined ? undefined : address.origin + pictureAddress(image, address.base),
  };
}
