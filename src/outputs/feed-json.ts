import type { Feed } from './feed.ts';
import type { Entry } from './feed-entries.ts';
import { withoutForbidden } from './xml.ts';

/** A feed as JSON: https://www.jsonfeed.org/version/1.1/. */
export function jsonFeedOf(feed: Feed): string {
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self('feed.json'),
    description: feed.description,
    language: feed.language,
    authors: [feed.author],
    items: feed.entries.map(jsonItem),
  };
  const clean = (_key: string, value: unknown) =>
    typeof value === 'string' ? withoutForbidden(value) : value;
  return `${JSON.stringify(whole, clean, 2)}\n`;
}

function jsonItem(entry: Entry): Readonly<Record<string, string | undefined>> {
  const date = (day: string | undefined) => (day === undefined ? undefined : `${day}T00:00:00Z`);
  return {
    id: entry.address,
    url: entry.address,
    title: entry.title,
    summary: entry.summary,
    content_html: entry.html,
    image: entry.image,
    date_published: date(entry.written),
    date_modified: date(entry.updated),
    language: entry.language,
  };
}
