import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { beforeAll, describe, expect, test } from 'vitest';
import { atomFindings, jsonFeedFindings, rssFindings } from '../support/feed-rules.ts';
import { FixtureSite } from '../support/fixture-site.ts';
import { attribute, Page } from '../support/page.ts';
import { showcaseFiles } from '../support/showcase.ts';
import { parseXml } from '../support/xml.ts';

const HOME = 'https://example.org/blog/';
const HARD = `# Signs: < & > ]]> "quoted" 🙂

*Written on Sep 1, 2024*

## Signs

Signs that it knows: ]]> &amp; &lt;i&gt; 🙂 👩‍👩‍👧.

\`\`\`xml
<![CDATA[ a && b ]]>
\`\`\`
`;
const FOLDERS = ['', 'showcase0/', 'llm0/', 'signs0/'];
const TITLES = [
  'Signs: < & > ]]> "quoted" 🙂',
  'Every component of an article',
  'LLM Internals part 1',
  'Every element of an article',
  'كيف تعمل نماذج اللغة',
  '大規模言語モデルの内部',
];

let site: FixtureSite;
const read = (path: string) => site.read(`dist/${path}`);

beforeAll(async () => {
  site = await FixtureSite.make('feeds', {
    ...showcaseFiles(),
    'articles/signs0.md': '# Signs\n\nA series of signs.\n',
    'articles/signs1.md': HARD,
    'articles/signs2.md': '---\ndraft: true\n---\n\n# Not yet\n',
  });
  const { code, output } = await site.build({ SITE_URL: 'https://example.org', BASE_PATH: 'blog' });
  expect(code, output).toBe(0);
});

describe.each(FOLDERS)('the feeds in `/%s`', (folder) => {
  test('keep the rules of their formats', () => {
    expect(atomFindings(parseXml(read(`${folder}atom.xml`)))).toEqual([]);
    expect(rssFindings(parseXml(read(`${folder}rss.xml`)))).toEqual([]);
    expect(
      jsonFeedFindings(JSON.parse(read(`${folder}feed.json`)) as Readonly<Record<string, unknown>>),
    ).toEqual([]);
  });

  test('have whole texts in which no address is relative, no class is left, and no draft', () => {
    const { items = [] } = parseJsonFeed<string>(JSON.parse(read(`${folder}feed.json`)));
    for (const { content_html: html = '' } of items) {
      const page = new Page(html);
      const addresses = [...page.attributes('', 'href'), ...page.attributes('', 'src')];
      expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
      expect(page.attributes('', 'class')).toEqual([]);
    }
    expect(['atom.xml', 'rss.xml', 'feed.json'].map((name) => read(folder + name)).join()).not.toContain(
      'Not yet',
    );
  });
});

describe('a reader of feeds', () => {
  test('finds the same entries in each form', () => {
    const atom = parseAtomFeed(read('atom.xml'));
    const rss = parseRssFeed(read('rss.xml'));
    const json = parseJsonFeed<string>(JSON.parse(read('feed.json')));
    expect(atom.entries?.map(({ title }) => title?.value)).toEqual(TITLES);
    expect(rss.items?.map(({ title }) => title)).toEqual(TITLES);
    expect(json.items?.map(({ title }) => title)).toEqual(TITLES);
    const ids = json.items?.map(({ id }) => id);
    expect(ids).toEqual(
      ['signs1', 'showcase2', 'llm1', 'showcase1', 'arabic', 'japanese'].map((slug) => `${HOME}${slug}/`),
    );
    expect(atom.entries?.map(({ id }) => id)).toEqual(ids);
    expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(ids);
    expect(rss.items?.[0]?.pubDate).toBe('Sun, 01 Sep 2024 00:00:00 GMT');
  });

  test('gets the same whole text in each form', () => {
    const texts = (html = '') => new Page(html).texts('body')[0];
    const atom = parseAtomFeed(read('atom.xml')).entries?.map(({ content }) => texts(content?.value));
    const rss = parseRssFeed(read('rss.xml')).items?.map(({ content }) => texts(content?.encoded));
    const json = parseJsonFeed<string>(JSON.parse(read('feed.json'))).items;
    expect(rss).toEqual(json?.map(({ content_html: html }) => texts(html)));
    expect(atom).toEqual(rss);
    expect(rss?.[0]).toContain('Signs that it knows: ]]> & <i> 🙂 👩‍👩‍👧. <![CDATA[ a && b ]]>');
  });

  test('gets pictures, formulas, notes and languages', () => {
    const contentOf = (slug: string) =>
      parseRssFeed(read('rss.xml')).items?.find(({ link }) => link === `${HOME}${slug}/`)?.content?.encoded ??
      '';
    const elements = new Page(contentOf('showcase1'));
    expect(elements.attributes('img', 'src')[0]).toBe(`${HOME}articleimages/field.png`);
    expect(elements.find('math').length).toBeGreaterThan(5);
    const note = elements.attributes('a', 'href').find((href) => href.includes('#user-content-fn-first'));
    expect(elements.attributes('li', 'id')).toContain(note?.replace(/^.*#/, ''));
    const arabic = new Page(contentOf('arabic')).find('div')[0];
    expect(arabic && [attribute(arabic, 'lang'), attribute(arabic, 'dir')]).toEqual(['ar', 'rtl']);
  });
});

describe('a page', () => {
  const feedsOf = (path: string) =>
    new Page(read(path))
      .find('link')
      .filter((link) => attribute(link, 'rel') === 'alternate')
      .filter((link) => /atom|rss|feed/.test(attribute(link, 'type') ?? ''))
      .map((link) => [attribute(link, 'href'), attribute(link, 'title')]);

  test('leads readers of feeds to those of its series, then to those of the site', () => {
    expect(feedsOf('showcase1/index.html')).toEqual([
      ['../showcase0/atom.xml', 'Showcase'],
      ['../showcase0/rss.xml', 'Showcase'],
      ['../showcase0/feed.json', 'Showcase'],
      ['../atom.xml', 'LLM Internals'],
      ['../rss.xml', 'LLM Internals'],
      ['../feed.json', 'LLM Internals'],
    ]);
    expect(feedsOf('index.html').map(([href]) => href)).toEqual(['atom.xml', 'rss.xml', 'feed.json']);
  });

  test('has a link to follow the site', () => {
    const page = new Page(read('showcase1/index.html'));
    expect(page.attributes('a', 'href')).toContain('../atom.xml');
  });
});
