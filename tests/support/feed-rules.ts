import { allOf, childrenOf, textsOf, type XmlElement } from './xml.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const XHTML = 'http://www.w3.org/1999/xhtml';
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** What RFC 4287 asks of a feed, and what this one breaks of it. */
export function atomFindings(feed: XmlElement): string[] {
  const entries = childrenOf(feed, 'entry');
  const ids = [feed, ...entries].flatMap((of) => textsOf(of, 'id'));
  return [
    ...unless(feed.name === 'feed' && feed.namespace === ATOM, 'It is no Atom feed.'),
    ...[feed, ...entries].flatMap((of) =>
      ['id', 'title', 'updated'].flatMap((name) =>
        unless(childrenOf(of, name).length === 1, `It has not one \`${name}\`.`),
      ),
    ),
    ...unless(childrenOf(feed, 'author').length > 0, 'It has no author.'),
    ...childrenOf(feed, 'author').flatMap((author) =>
      unless(textsOf(author, 'name').join('') !== '', 'The author has no name.'),
    ),
    ...unless(linksOf(feed, 'self').length === 1, 'It does not say where it is.'),
    ...twice(ids),
    ...ids.filter((id) => !isAbsolute(id)).map((id) => `The id \`${id}\` is no IRI.`),
    ...[feed, ...entries].flatMap((of) =>
      unless(linksOf(of, 'alternate').length === 1, 'It does not lead to one page.'),
    ),
    ...[...linksOf(feed, 'self'), ...[feed, ...entries].flatMap((of) => linksOf(of, 'alternate'))]
      .filter((href) => !isAbsolute(href))
      .map((href) => `\`${href}\` is not absolute.`),
    ...allOf(feed)
      .filter(({ name, namespace }) => namespace === ATOM && /^(updated|published)$/.test(name))
      .filter(({ text }) => !RFC_3339.test(text) || Number.isNaN(Date.parse(text)))
      .map(({ text }) => `\`${text}\` is no date.`),
    ...entries
      .flatMap((entry) => childrenOf(entry, 'content'))
      .filter(({ attributes, children }) => {
        const [div, ...others] = children;
        return (
          attributes['type'] !== 'xhtml' ||
          others.length > 0 ||
          div?.name !== 'div' ||
          div.namespace !== XHTML
        );
      })
      .map(() => 'The content of an entry is not one `div`.'),
  ];
}

/** What RSS 2.0 and the profile of its board ask of a feed, and what this one breaks of it. */
export function rssFindings(rss: XmlElement): string[] {
  const [channel] = childrenOf(rss, 'channel');
  if (rss.name !== 'rss' || rss.attributes['version'] !== '2.0' || !channel) return ['It is no RSS feed.'];
  const items = childrenOf(channel, 'item');
  const guids = items.flatMap((item) => childrenOf(item, 'guid'));
  const links = [channel, ...items].flatMap((of) =>
    of.children.filter(({ name, namespace }) => name === 'link' && namespace === ''),
  );
  return [
    ...['title', 'description'].flatMap((name) =>
      [channel, ...items].flatMap((of) =>
        unless(childrenOf(of, name).length === 1, `It has not one \`${name}\`.`),
      ),
    ),
    ...unless(links.length === 1 + items.length, 'It has not one link of the feed and of each item.'),
    ...unless(guids.length === items.length, 'Not every item has a guid.'),
    ...twice(guids.map(({ text }) => text)),
    ...[...links, ...guids]
      .filter(({ text }) => !isAbsolute(text))
      .map(({ text }) => `\`${text}\` is not absolute.`),
    ...channel.children
      .filter(({ name, namespace }) => name === 'link' && namespace === ATOM)
      .filter(({ attributes }) => attributes['rel'] !== 'self' || !isAbsolute(attributes['href'] ?? ''))
      .map(() => 'It does not say where it is.'),
    ...allOf(channel)
      .filter(({ name }) => name === 'pubDate' || name === 'lastBuildDate')
      .filter(({ text }) => !RFC_822.test(text) || new Date(text).toUTCString() !== text)
      .map(({ text }) => `\`${text}\` is no date.`),
  ];
}

type Json = Readonly<Record<string, unknown>>;

/** What JSON Feed 1.1 asks of a feed, and what this one breaks of it. */
export function jsonFeedFindings(feed: Json): string[] {
  const items = feed['items'] as readonly Json[];
  const ids = items.map(({ id }) => String(id));
  const addresses = [
    feed['home_page_url'],
    feed['feed_url'],
    ...items.flatMap(({ url, image }) => [url, ...(image === undefined ? [] : [image])]),
  ];
  const dates = items.flatMap((item) => [item['date_published'], item['date_modified']]);
  return [
    ...unless(feed['version'] === 'https://jsonfeed.org/version/1.1', 'It is no JSON Feed.'),
    ...unless(typeof feed['title'] === 'string' && feed['title'] !== '', 'It has no title.'),
    ...items.flatMap((item) =>
      unless(
        typeof item['id'] === 'string' && typeof item['content_html'] === 'string',
        'It has no content.',
      ),
    ),
    ...twice(ids),
    ...addresses
      .filter((url) => !isAbsolute(String(url)))
      .map((url) => `\`${String(url)}\` is not absolute.`),
    ...dates
      .filter((date) => date !== undefined && !RFC_3339.test(String(date)))
      .map((date) => `\`${String(date)}\` is no date.`),
  ];
}

function linksOf(of: XmlElement, rel: string): string[] {
  return childrenOf(of, 'link')
    .filter(({ attributes }) => attributes['rel'] === rel)
    .map(({ attributes }) => attributes['href'] ?? '');
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `\`${id}\` stands twice.`);
}

function isAbsolute(address: string): boolean {
  return /^https?:\/\/[^/]/.test(address) && URL.canParse(address);
}

function unless(holds: boolean, finding: string): string[] {
  return holds ? [] : [finding];
}
