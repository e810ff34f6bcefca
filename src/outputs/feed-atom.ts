import { x } from 'xastscript';
import type { Element } from 'xast';
import type { Day } from '../series/day.ts';
import type { Feed } from './feed.ts';
import type { Entry } from './feed-entries.ts';
import { writtenXml } from './xml.ts';

/** A feed as Atom: https://www.rfc-editor.org/rfc/rfc4287. */
export function atomOf(feed: Feed): Element {
  const { author } = feed;
  return x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, [
    x('title', feed.title),
    x('subtitle', feed.description),
    x('id', feed.home),
    x('updated', instant(feed.changed)),
    x('link', { rel: 'self', type: 'application/atom+xml', href: feed.self('atom.xml') }),
    x('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    x('author', [x('name', author.name), author.url === undefined ? null : x('uri', author.url)]),
    ...feed.entries.map(atomEntry),
  ]);
}

/** Its text is XHTML, not HTML in a text: a browser that opens the feed shows it. */
function atomEntry(entry: Entry): Element {
  return x('entry', { 'xml:lang': entry.language }, [
    x('title', entry.title),
    x('link', { rel: 'alternate', type: 'text/html', href: entry.address }),
    x('id', entry.address),
    entry.written === undefined ? null : x('published', instant(entry.written)),
    x('updated', instant(entry.changed)),
    x('summary', entry.summary),
    x('content', { type: 'xhtml' }, [writtenXml(entry.xhtml)]),
  ]);
}

function instant(day: Day): string {
  return `${day}T00:00:00Z`;
}
