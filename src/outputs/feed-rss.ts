import { x } from 'xastscript';
import type { Element } from 'xast';
import type { Day } from '../series/day.ts';
import { NO_DAY } from './feed-days.ts';
import type { Feed } from './feed.ts';
import type { Entry } from './feed-entries.ts';
import { longText } from './xml.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** A feed as RSS: https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile. */
export function rssOf(feed: Feed): Element {
  return x('rss', { version: '2.0', ...NAMESPACES }, [
    x('channel', [
      x('title', feed.title),
      x('link', feed.home),
      x('description', feed.description),
      x('language', feed.language),
      feed.changed === NO_DAY ? null : x('lastBuildDate', moment(feed.changed)),
      x('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self('rss.xml') }),
      ...feed.entries.map((entry) => rssItem(entry, feed)),
    ]),
  ]);
}

function rssItem(entry: Entry, { author, language }: Feed): Element {
  return x('item', [
    x('title', entry.title),
    x('link', entry.address),
    x('guid', { isPermaLink: 'true' }, entry.address),
    entry.written === undefined ? null : x('pubDate', moment(entry.written)),
    x('dc:creator', author.name),
    entry.language === language ? null : x('dc:language', entry.language),
    x('description', asHtml(entry.summary)),
    x('content:encoded', [longText(entry.html)]),
  ]);
}

/** A description is HTML, where a text must not be taken for a tag. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** As in RFC 822, with all digits of the year. */
function moment(day: Day): string {
  return new Date(`${day}T00:00:00Z`).toUTCString();
}
