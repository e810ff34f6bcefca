import { expect, test } from 'vitest';
import { statisticsOf } from '../../../src/series/statistics.ts';
import { projectOf } from '../../support/articles.ts';

const PROJECT = projectOf({
  articles: {
    'llm0.md': '# Index\n\nOne two three.\n',
    'llm1.md':
      '# One\n\n[index](./llm0) [again](./llm0#index) [self](./llm1) [out](https://example.org/) <https://example.org/> [m](mailto:a@example.org)\n\n![A](../articleimages/a.png) ![A](../articleimages/a.png)\n',
    'llm2.md': '---\ndraft: true\n---\n\n# Two\n\n[one](./llm1) ![B](../articleimages/b.png)\n',
    'llm3.md': '# Three\n\n[one](./llm1) ![A](../articleimages/a.png)\n',
    'about.md': '# About\n',
  },
  pictures: ['a.png', 'a.svg', 'b.png', 'c.png', 'd.svg'],
});

const WEIGHTS: Readonly<Record<string, number>> = { 'a.png': 1000, 'b.png': 10, 'c.png': 5, 'd.svg': 1 };
const { articles, total, orphans, unlinked } = statisticsOf(PROJECT, ({ path }) => WEIGHTS[path] ?? 0);

test('an article has its words, pictures and links, each once', () => {
  expect(articles.find(({ slug }) => slug === 'llm1')).toEqual({
    file: 'articles/llm1.md',
    slug: 'llm1',
    title: 'One',
    series: 'llm',
    part: 1,
    draft: false,
    words: 8,
    minutes: 1,
    pictures: [{ path: 'a.png', bytes: 1000 }],
    linksTo: ['llm0'],
    linksOut: 1,
    linkedFrom: ['llm3'],
  });
  expect(articles.map(({ slug }) => slug)).toEqual(['about', 'llm0', 'llm1', 'llm2', 'llm3']);
});

test('the total is that of what is published, with each picture once', () => {
  expect(total).toEqual({
    articles: 4,
    parts: 2,
    drafts: 1,
    words: 15,
    minutes: 4,
    pictures: 1,
    bytes: 1000,
  });
});

test('a picture that nothing uses is an orphan; one of a draft, and the drawing of one in use, are not', () => {
  expect(orphans).toEqual([
    { path: 'c.png', bytes: 5 },
    { path: 'd.svg', bytes: 1 },
  ]);
});

test('parts without a link in the text of another article are told, drafts and indexes are not', () => {
  expect(unlinked).toEqual(['llm3']);
});
