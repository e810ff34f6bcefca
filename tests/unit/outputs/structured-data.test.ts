import { describe, expect, test } from 'vitest';
import { scriptText, structuredData } from '../../../src/outputs/structured-data.ts';
import { type BuiltParts, builtSite, SITE } from '../../support/built-site.ts';

type Thing = Readonly<Record<string, unknown>>;

/** What a page tells of itself, as a reader of it gets it. */
function thingsOf(slug: string | undefined, parts: BuiltParts, picture?: string): readonly Thing[] {
  const site = builtSite(parts);
  const article = site.articles.find((one) => one.slug === slug);
  const data = JSON.parse(scriptText(structuredData(site, { article, picture }))) as {
    '@context': string;
    '@graph': readonly Thing[];
  };
  expect(data['@context']).toBe('https://schema.org');
  return data['@graph'];
}

const ARTICLES = {
  'llm0.md': '# The series\n\nWhat it is about.\n',
  'llm1.md': '---\ndate: 2024-02-01\nupdated: 2024-05-01\n---\n# One\n\n## A\n\nIt guesses.\n',
  'llm7.md': '---\nlang: ja\n---\n# 七\n\n本文。\n',
  'about.md': '# About\n\nThis site.\n',
};

test('tells of a part: what it is, when it was written, and what it is part of', () => {
  const [article] = thingsOf('llm1', { articles: ARTICLES }, 'https://site.example/blog/cards/llm1.png');
  expect(article).toEqual({
    '@type': 'TechArticle',
    headline: 'One',
    url: 'https://site.example/blog/llm1/',
    mainEntityOfPage: 'https://site.example/blog/llm1/',
    description: 'It guesses.',
    inLanguage: 'en',
    datePublished: '2024-02-01',
    dateModified: '2024-05-01',
    timeRequired: 'PT1M',
    position: 1,
    isPartOf: {
      '@type': 'CreativeWorkSeries',
      name: 'The series',
      url: 'https://site.example/blog/llm0/',
    },
    image: 'https://site.example/blog/cards/llm1.png',
  });
});

test('counts positions as the page does, and says nothing that is not known', () => {
  const [article] = thingsOf('llm7', { articles: ARTICLES });
  expect(article).toMatchObject({ position: 2, inLanguage: 'ja', headline: '七' });
  for (const name of ['datePublished', 'dateModified', 'author', 'image'])
    expect(article).not.toHaveProperty(name);
});

test('tells who wrote it', () => {
  const author = { name: 'Ada', url: 'https://ada.example/' };
  const site = { ...SITE, author };
  for (const slug of ['llm0', 'llm1', undefined]) {
    const [thing] = thingsOf(slug, { articles: ARTICLES, site });
    expect(thing).toHaveProperty('author', { '@type': 'Person', ...author });
  }
});

test('tells of an index: the series, and its first parts however many there are', () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`llm${at + 1}.md`, `# Part ${at + 1}\n`]),
  );
  const [series] = thingsOf('llm0', { articles: { ...ARTICLES, ...many } });
  expect(series).toMatchObject({
    '@type': 'CreativeWorkSeries',
    name: 'The series',
    url: 'https://site.example/blog/llm0/',
    description: 'What it is about.',
  });
  const parts = series?.['hasPart'] as readonly Thing[];
  expect(parts).toHaveLength(10);
  expect(parts[9]).toEqual({
    '@type': 'TechArticle',
    position: 10,
    headline: 'Part 10',
    url: 'https://site.example/blog/llm10/',
  });
});

test('tells of the home page: the site, and nothing else', () => {
  expect(thingsOf(undefined, { articles: ARTICLES })).toEqual([
    {
      '@type': 'WebSite',
      name: 'Internals',
      url: 'https://site.example/blog/',
      description: 'How it works.',
      inLanguage: 'en',
    },
  ]);
});

test.each([
  ['llm1', ['Internals /blog/', 'The series /blog/llm0/', 'One /blog/llm1/']],
  ['llm0', ['Internals /blog/', 'The series /blog/llm0/']],
  ['about', ['Internals /blog/', 'About /blog/about/']],
])('leads from the home page to %s', (slug, expected) => {
  const things = thingsOf(slug, { articles: ARTICLES });
  const trail = things.find((thing) => thing['@type'] === 'BreadcrumbList');
  const items = trail?.['itemListElement'] as readonly Thing[];
  expect(items.map(({ position }) => position)).toEqual(expected.map((_, at) => at + 1));
  expect(
    items.map(({ name, item }) => `${String(name)} ${String(item).replace('https://site.example', '')}`),
  ).toEqual(expected);
});

describe('a title', () => {
  test('is no longer than what is shown of it', () => {
    const [article] = thingsOf('a', { articles: { 'a.md': `# ${'Attention '.repeat(40)}\n` } });
    expect(String(article?.['headline'])).toMatch(/^(Attention ){10}Attention…$/);
  });

  test.each(['a </script><script>alert(1)</script> b', '<!--<script>', 'a "quoted" \\ thing'])(
    'of %j closes nothing',
    (title) => {
      const articles = { 'a.md': `---\ntitle: '${title}'\n---\n\nText.\n` };
      const site = builtSite({ articles });
      const data = structuredData(site, { article: site.articles[0], picture: undefined });
      expect(scriptText(data)).not.toContain('<');
      expect(thingsOf('a', { articles })[0]).toHaveProperty('headline', title);
    },
  );
});
