import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../../src/integrations/files-below.ts';
import { articlePage, homePage, listedIn, type Shown } from '../../src/shown.ts';
import { builtSite } from '../support/built-site.ts';

const { articles } = builtSite({
  articles: {
    'llm0.md': '---\nupcoming: [Training]\n---\n# The series\n\nWhat it is about.\n',
    'llm1.md': '# One\n\n[Two](./llm2)\n',
    'llm2.md': '---\nlang: ja\n---\n# 二\n\n本文。\n',
    'about.md': '# About\n\nThis site.\n',
  },
});
const card = { path: '_astro/llm1.png', size: undefined, alternative: 'One' };
const SHOWN: Shown = {
  articles,
  books: { epub: true, pdf: false },
  shareImages: { 'llm1/': card, '': { ...card, alternative: 'Home' } },
};

test('of other articles, a page may show no more than titles and places', () => {
  expect(listedIn(SHOWN)).toEqual({
    books: { epub: true, pdf: false },
    articles: [
      { slug: 'about', member: undefined, title: 'About', language: undefined, upcoming: [] },
      {
        slug: 'llm0',
        member: { series: 'llm', number: 0 },
        title: 'The series',
        language: undefined,
        upcoming: ['Training'],
      },
      {
        slug: 'llm1',
        member: { series: 'llm', number: 1 },
        title: 'One',
        language: undefined,
        upcoming: [],
      },
      { slug: 'llm2', member: { series: 'llm', number: 2 }, title: '二', language: 'ja', upcoming: [] },
    ],
  });
});

test('only the page of an index shows what its parts are about', () => {
  const { listing } = articlePage(SHOWN, 'llm0');
  expect(listing?.parts.map(({ slug, summary }) => [slug, summary])).toEqual([
    ['llm1', 'Two'],
    ['llm2', '本文。'],
  ]);
  for (const slug of ['llm1', 'about']) expect(articlePage(SHOWN, slug).listing).toBeUndefined();
});

test('a page shows its own article and its own picture', () => {
  const { article, shareImage } = articlePage(SHOWN, 'llm1');
  expect([article, shareImage]).toEqual([articles.find(({ slug }) => slug === 'llm1'), card]);
  expect(articlePage(SHOWN, 'llm2').shareImage).toBeUndefined();
  expect(homePage(SHOWN)).toEqual({ articles, shareImage: { ...card, alternative: 'Home' } });
});

test('there is no page of an article that there is not', () => {
  expect(() => articlePage(SHOWN, 'llm9')).toThrow('There is no article `llm9`.');
});

test('no page but the home page asks for all of all articles', () => {
  const source = join(import.meta.dirname, '../../src');
  const asking = filesBelow(source)
    .filter((file) => file.endsWith('.astro') || /^(client|components|layouts|pages)\//.test(file))
    .filter((file) => /\bhome\(|rendering\.ts|shown\.ts/.test(readFileSync(join(source, file), 'utf8')));
  const ofArticles = ['components/ArticleHtml.astro', 'pages/[slug].astro'];
  expect(asking).toEqual([...ofArticles, 'pages/index.astro']);
  for (const file of ofArticles) {
    expect(readFileSync(join(source, file), 'utf8')).not.toMatch(/\bhome\(/);
  }
});
