import { expect, test } from 'vitest';
import { absoluteAddress } from '../../../src/series/absolute-address.ts';
import { projectOf } from '../../support/articles.ts';

const project = projectOf({
  articles: { 'llm1.md': '# One\n\n## A\n', 'llm2.md': '# Two\n\n## B\n' },
  pictures: ['a b.png'],
  files: ['c.pdf'],
});

test.each([
  ['./llm2#b', 'https://site.example/blog/llm2/#b'],
  ['#a', 'https://site.example/blog/llm1/#a'],
  ['/', 'https://site.example/blog/'],
  ['../articleimages/a%20b.png', 'https://site.example/blog/articleimages/a%20b.png'],
  ['/c.pdf', 'https://site.example/blog/c.pdf'],
  ['https://other.example/x', 'https://other.example/x'],
  ['./llm9', './llm9'],
])('of %s is %s', (url, address) => {
  const article = { slug: 'llm1', draft: false };
  expect(absoluteAddress({ url, use: 'link' }, { article, project })).toBe(address);
});
