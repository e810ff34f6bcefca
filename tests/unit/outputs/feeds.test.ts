import { describe, expect, test } from 'vitest';
import { feeds } from '../../../src/outputs/feeds.ts';
import type { BuiltSite } from '../../../src/outputs/output.ts';
import { feedFiles } from '../../../src/series/feed-address.ts';
import { keepNothing } from '../../support/keep-nothing.ts';
import { feedSite, published } from '../../support/feed-site.ts';
import { atomFindings, jsonFeedFindings, rssFindings } from '../../support/feed-rules.ts';
import { allOf, childrenOf, parseXml, textsOf, type XmlElement } from '../../support/xml.ts';

interface JsonFeed extends Readonly<Record<string, unknown>> {
  readonly items: readonly Readonly<Record<string, string>>[];
}

interface Read {
  readonly atom: XmlElement;
  readonly rss: XmlElement;
  readonly json: JsonFeed;
}

async function contentsOf(site: BuiltSite): Promise<ReadonlyMap<string, string>> {
  return new Map((await feeds(site)).map(({ path, content }) => [path, content.toString()]));
}

async function read(site: BuiltSite, folder = ''): Promise<Read> {
  const contents = await contentsOf(site);
  const content = (name: string) => contents.get(folder + name) ?? '';
  const [channel] = childrenOf(parseXml(content('rss.xml')), 'channel');
  if (!channel) throw new Error('There is no channel.');
  return {
    atom: parseXml(content('atom.xml')),
    rss: channel,
    json: JSON.parse(content('feed.json')) as JsonFeed,
  };
}

const SITE = feedSite([
  published('about', { written: '2024-01-01', language: 'ar', title: 'عن' }),
  published('llm0', { title: 'A series', description: 'What it is about.', written: '2024-03-01' }),
  published('llm1', { written: '2024-03-01', updated: '2024-05-05', image: 'a b.png' }),
  published('llm2', { written: '2024-03-01' }),
  published('llm10', { written: '2024-03-02' }),
]);
const ENTRIES = ['llm10', 'llm2', 'llm1', 'about'].map((slug) => `https://example.org/blog/${slug}/`);

describe('feeds', () => {
  test('are those of the site and of each series, in three forms', async () => {
    const paths = [...(await contentsOf(SITE)).keys()];
    expect(paths.toSorted()).toEqual([
      'atom.xml',
      'feed.css',
      'feed.json',
      'llm0/atom.xml',
      'llm0/feed.json',
      'llm0/rss.xml',
      'rss.xml',
    ]);
    expect(feedFiles(SITE.articles).toSorted()).toEqual(paths.toSorted());
  });

  test.each(['', 'llm0/'])('keep the rules of their formats, in the folder `%s`', async (folder) => {
    const contents = await contentsOf(SITE);
    const content = (name: string) => contents.get(folder + name) ?? '';
    expect(atomFindings(parseXml(content('atom.xml')))).toEqual([]);
    expect(rssFindings(parseXml(content('rss.xml')))).toEqual([]);
    expect(jsonFeedFindings(JSON.parse(content('feed.json')) as JsonFeed)).toEqual([]);
  });

  test('have parts and pages, no index, the newest and of one day the latest part first', async () => {
    const { atom, rss, json } = await read(SITE);
    expect(childrenOf(atom, 'entry').flatMap((entry) => textsOf(entry, 'id'))).toEqual(ENTRIES);
    expect(childrenOf(rss, 'item').flatMap((item) => textsOf(item, 'guid'))).toEqual(ENTRIES);
    expect(json.items.map(({ id }) => id)).toEqual(ENTRIES);
  });

  test('have the parts of a series alone beside its index', async () => {
    const { atom, rss, json } = await read(SITE, 'llm0/');
    expect(childrenOf(atom, 'entry').flatMap((entry) => textsOf(entry, 'id'))).toEqual(ENTRIES.slice(0, 3));
    expect(textsOf(rss, 'title')).toEqual(['A series']);
    expect(textsOf(rss, 'description')).toEqual(['What it is about.']);
    expect(json).toMatchObject({
      home_page_url: 'https://example.org/blog/llm0/',
      feed_url: 'https://example.org/blog/llm0/feed.json',
    });
  });

  test('have dates at midnight in UTC, and the newest of them for the feed', async () => {
    const { atom, rss, json } = await read(SITE);
    const [, , entry] = childrenOf(atom, 'entry');
    expect(entry && [textsOf(entry, 'published'), textsOf(entry, 'updated')].flat()).toEqual([
      '2024-03-01T00:00:00Z',
      '2024-05-05T00:00:00Z',
    ]);
    expect(textsOf(atom, 'updated')).toEqual(['2024-05-05T00:00:00Z']);
    expect(textsOf(rss, 'lastBuildDate')).toEqual(['Sun, 05 May 2024 00:00:00 GMT']);
    expect(childrenOf(rss, 'item').flatMap((item) => textsOf(item, 'pubDate'))[0]).toBe(
      'Sat, 02 Mar 2024 00:00:00 GMT',
    );
    expect(json.items[2]).toMatchObject({
      date_published: '2024-03-01T00:00:00Z',
      date_modified: '2024-05-05T00:00:00Z',
      image: 'https://example.org/blog/articleimages/a%20b.png',
    });
  });

  test('take what has no date for as old as the part before it, and never say so where they need not', async () => {
    const site = feedSite([
      published('about'),
      published('llm0'),
      published('llm1', { written: '2024-03-01' }),
      published('llm2'),
      published('llm3', { written: '2024-04-01' }),
    ]);
    const { atom, rss, json } = await read(site);
    const facts = childrenOf(atom, 'entry').map((entry) =>
      ['id', 'published', 'updated'].flatMap((name) => textsOf(entry, name)),
    );
    expect(facts).toEqual([
      ['https://example.org/blog/llm3/', '2024-04-01T00:00:00Z', '2024-04-01T00:00:00Z'],
      ['https://example.org/blog/llm2/', '2024-03-01T00:00:00Z'],
      ['https://example.org/blog/llm1/', '2024-03-01T00:00:00Z', '2024-03-01T00:00:00Z'],
      ['https://example.org/blog/about/', '1970-01-01T00:00:00Z'],
    ]);
    expect(childrenOf(rss, 'item').map((item) => textsOf(item, 'pubDate').length)).toEqual([1, 0, 1, 0]);
    expect(json.items.map((item) => 'date_published' in item)).toEqual([true, false, true, false]);
  });

  test('are valid with nothing in them', async () => {
    const contents = await contentsOf(feedSite([published('llm0')]));
    for (const folder of ['', 'llm0/']) {
      const rss = contents.get(`${folder}rss.xml`) ?? '';
      expect(atomFindings(parseXml(contents.get(`${folder}atom.xml`) ?? ''))).toEqual([]);
      expect(rssFindings(parseXml(rss))).toEqual([]);
      expect(rss).not.toContain('lastBuildDate');
    }
  });

  test('have no more than fifty entries, the newest', async () => {
    const parts = Array.from({ length: 60 }, (_, index) => published(`llm${index + 1}`));
    const { json } = await read(feedSite([published('llm0', { written: '2024-01-01' }), ...parts]), 'llm0/');
    expect(json.items).toHaveLength(50);
    expect(json.items.at(-1)?.['id']).toBe('https://example.org/blog/llm11/');
  });

  test('say in which language a feed is, and each text in it', async () => {
    const { atom, rss, json } = await read(SITE);
    const about = childrenOf(atom, 'entry').at(-1);
    expect(atom.attributes['xml:lang']).toBe('en');
    expect(about?.attributes['xml:lang']).toBe('ar');
    const divs = about ? allOf(about).filter(({ name }) => name === 'div') : [];
    expect(divs.map(({ attributes }) => [attributes['xml:lang'], attributes['dir']])).toEqual([
      [undefined, undefined],
      ['ar', 'rtl'],
    ]);
    expect(textsOf(rss, 'language')).toEqual(['en']);
    expect(childrenOf(rss, 'item').flatMap((item) => textsOf(item, 'language'))).toEqual(['ar']);
    expect(json.items.map(({ language }) => language)).toEqual(['en', 'en', 'en', 'ar']);
    expect(json.items.at(-1)?.['content_html']).toBe('<div lang="ar" dir="rtl"><p>Text of about</p></div>');
  });

  test('name the author, else the site', async () => {
    const author = { name: 'A & B', url: 'https://a.example/' };
    const named = await read({ ...SITE, site: { ...SITE.site, author } });
    const [atomAuthor] = childrenOf(named.atom, 'author');
    expect(atomAuthor?.children.map(({ text }) => text)).toEqual(['A & B', 'https://a.example/']);
    expect(childrenOf(named.rss, 'item').flatMap((item) => textsOf(item, 'creator'))[0]).toBe('A & B');
    expect(named.json).toMatchObject({ authors: [author] });
    expect((await read(SITE)).json).toMatchObject({ authors: [{ name: 'The site' }] });
  });

  test('show texts as they are: signs of XML, signs of all planes, none that XML forbids', async () => {
    const title = '<b> & "]]>" 🙂 \u0001\uFFFE\uD800.';
    const shown = '<b> & "]]>" 🙂 \uFFFD.';
    const article = published('llm1', { title, description: 'x < y & z' });
    const site = feedSite([published('llm0'), article], {
      html: () => Promise.resolve('<p>]]&gt; &amp;amp; 🙂 \u0002<br>&lt;i&gt;</p>'),
    });
    const { atom, rss, json } = await read(site);
    const [entry] = childrenOf(atom, 'entry');
    const [item] = childrenOf(rss, 'item');
    expect([entry && textsOf(entry, 'title'), item && textsOf(item, 'title')]).toEqual([[shown], [shown]]);
    expect(json.items[0]?.['title']).toBe(shown);
    expect(entry && textsOf(entry, 'content')).toEqual([']]> &amp; 🙂 <i>']);
    expect(item && textsOf(item, 'description')).toEqual(['x &lt; y &amp; z']);
    expect(item && textsOf(item, 'encoded')).toEqual([
      '<div lang="en" dir="ltr"><p>]]&gt; &amp;amp; 🙂 <br>&lt;i&gt;</p></div>',
    ]);
  });

  test('have the text of an article written as XHTML once for all of them', async () => {
    const made: string[] = [];
    const keep: BuiltSite['keep'] = (kind, inputs, make) => {
      made.push(`${kind} ${inputs.join()}`);
      return keepNothing(kind, inputs, make);
    };
    await feeds({ ...SITE, keep });
    expect(made).toHaveLength(4);
    expect(new Set(made).size).toBe(4);
  });

  test('bring their styles along, from wherever they are opened', async () => {
    const contents = await contentsOf(SITE);
    expect(contents.get('atom.xml')).toContain('<?xml-stylesheet type="text/css" href="feed.css"?>');
    expect(contents.get('llm0/rss.xml')).toContain('<?xml-stylesheet type="text/css" href="../feed.css"?>');
  });
});
