import { expect, test } from 'vitest';
import { markdownFiles } from '../../../../src/outputs/llms/markdown-files.ts';
import { builtSite, outputOf } from '../../../support/built-site.ts';

const ARTICLES = {
  'llm0.md': '# The *series*\n\nWhat it is.\n',
  'llm2.md': '# [Two]\n\nMore words,\nand more.\n',
  'llm1.md': '# One\n\nWords.\n',
  'llm3.md': '---\ndraft: true\n---\n\n# Hidden\n',
  'über.md': '# Über\n\nUs.\n',
};

const files = await outputOf(markdownFiles, builtSite({ articles: ARTICLES }));
const read = (path: string) => files.get(path)?.toString();

test('publishes each article beside its page, and no draft', () => {
  expect([...files.keys()].toSorted()).toEqual(
    ['llm0.md', 'llm1.md', 'llm2.md', 'llms-full.txt', 'llms.txt', 'über.md'].toSorted(),
  );
  expect(read('llm1.md')).toBe(ARTICLES['llm1.md']);
});

test('publishes it also where it was before, unless something of the author is there', async () => {
  const articles = { 'llm1.md': '---\naliases: [old, first/part]\n---\n\n# One\n' };
  const made = await markdownFiles(builtSite({ articles }));
  const { content } = made.find(({ path }) => path === 'llm1.md') ?? {};
  const copies = made.filter(({ path }) => /^(old|first\/part)\.md$/.test(path));
  expect(copies).toEqual(['old.md', 'first/part.md'].map((path) => ({ path, content, mayBeReplaced: true })));
});

test('lists the articles by series, with what they are about', () => {
  expect(read('llms.txt')).toBe(`# Internals

> How it works.

All texts in one file: [llms-full.txt](https://site.example/blog/llms-full.txt)

## The series

- [The series](https://site.example/blog/llm0.md): What it is.
- [One](https://site.example/blog/llm1.md): Words.
- [\\[Two\\]](https://site.example/blog/llm2.md): More words, and more.

## Pages

- [Über](https://site.example/blog/%C3%BCber.md): Us.
`);
});

test('has all articles one after the other, each below its address', () => {
  const full = read('llms-full.txt') ?? '';
  expect(full).toContain(
    'Source: https://site.example/blog/llm1/\n\n# One\n\nWords.\n\n---\n\nSource: https://site.example/blog/llm2/\n\n# [Two]\n',
  );
  expect(full).not.toContain('Hidden');
});

test('leaves room for an author’s own lists, not for an own copy of an article', async () => {
  const made = await markdownFiles(builtSite({ articles: ARTICLES }));
  const replaceable = made.filter(({ mayBeReplaced }) => mayBeReplaced).map(({ path }) => path);
  expect(replaceable).toEqual(['llms.txt', 'llms-full.txt']);
});
