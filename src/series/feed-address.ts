import type { SeriesMember } from './article-name.ts';
import { articleAddress } from './target.ts';

/** The forms in which a feed is published: its file's name and its media type. */
export const FEED_FORMS = [
  { name: 'atom.xml', type: 'application/atom+xml' },
  { name: 'rss.xml', type: 'application/rss+xml' },
  { name: 'feed.json', type: 'application/feed+json' },
] as const;

export type FeedName = (typeof FEED_FORMS)[number]['name'];

/** What makes a feed readable in a browser. */
export const FEED_STYLE = 'feed.css';

/**
 * The address of the folder that a feed's files are in: the site's feeds are at its root, those of a
 * series are beside its index, where no article can be.
 */
export function feedFolder(index: string | undefined, base: string): string {
  return index === undefined ? base : articleAddress(index, base);
}

interface Named {
  readonly slug: string;
  readonly member?: SeriesMember | undefined;
}

/** The paths of all files that feeds take, below the site's root. */
export function feedFiles(articles: readonly Named[]): string[] {
  const names = FEED_FORMS.map(({ name }) => name);
  const indexes = articles.filter(({ member }) => member?.number === 0);
  return [FEED_STYLE, ...names, ...indexes.flatMap(({ slug }) => names.map((name) => `${slug}/${name}`))];
}
