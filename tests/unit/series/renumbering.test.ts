import { expect, test } from 'vitest';
import { parseArticleName } from '../../../src/series/article-name.ts';
import { movesFor } from '../../../src/series/renumbering.ts';

/** The moves among articles, as `llm3.md → llm4.md`. */
function moves(files: string, from: string, to: string): string[] {
  const names = files.split(/(?<=\.mdx?) /).flatMap((file) => parseArticleName(`articles/${file}`) ?? []);
  return movesFor(names, [from, to]).map((move) => {
    const [a, b] = [move.from.file, move.to.file].map((file) => file.replace('articles/', ''));
    return `${a} → ${b}`;
  });
}

test.each([
  ['llm0.md llm1.mdx', 'llm1', 'llm3', ['llm1.mdx → llm3.mdx']],
  ['llm0.md llm1.mdx', 'articles/llm1.mdx', './llm3.mdx', ['llm1.mdx → llm3.mdx']],
  ['about.md', 'about', 'v1.2', ['about.md → v1.2.md']],
  ['about.md', 'about', 'About', ['about.md → About.md']],
  ['my article.md', 'my article', 'my-article', ['my article.md → my-article.md']],
  ['llm1.md', 'llm1', 'e\u0301', ['llm1.md → é.md']],
])('among %s, renames %s to %s', (files, from, to, expected) => {
  expect(moves(files, from, to)).toEqual(expected);
});

test.each([
  [
    'up to the old place of what moves',
    'llm1.md llm2.mdx llm3.md llm4.md',
    ['llm3', 'llm1'],
    ['llm3.md → llm1.md', 'llm1.md → llm2.md', 'llm2.mdx → llm3.mdx'],
  ],
  [
    'up to the first gap',
    'llm1.md llm2.md llm4.md llm9.md',
    ['llm9', 'llm1'],
    ['llm9.md → llm1.md', 'llm1.md → llm2.md', 'llm2.md → llm3.md'],
  ],
  ['behind it', 'llm1.md llm2.md llm3.md', ['llm1', 'llm3'], ['llm1.md → llm3.md', 'llm3.md → llm4.md']],
  [
    'with the width of each number',
    'a08.md a09.md a1.md',
    ['a1', 'a08'],
    ['a1.md → a08.md', 'a08.md → a09.md', 'a09.md → a10.md'],
  ],
] as const)('inserts %s', (_, files, [from, to], expected) => {
  expect(moves(files, from, to)).toEqual(expected);
});

test.each([
  ['llm1.md', 'lmm1', 'llm2', 'There is no article `lmm1`; did you mean `llm1`?'],
  ['llm1.md', 'something', 'llm2', 'There is no article `something`.'],
  ['llm1.md', 'llm1', 'llm1', '`articles/llm1.md` has that name already.'],
  ['llm1.md', 'llm1', 'a b', '`a b` cannot become an address'],
  ['llm1.md', 'llm1', '../llm2', '`../llm2` cannot become an address'],
  ['llm1.md', 'llm1', '', '`` cannot become an address'],
  ['llm1.md', 'llm1', 'llm2.mdx', '`articles/llm1.md` keeps its extension: write `llm2` or `llm2.md`.'],
  ['llm1.md', 'llm1', '404', '`/404/` is an address of the site itself.'],
  ['llm1.md about.md', 'about', 'llm1', 'give it a free number of the series first'],
  ['llm0.md llm1.md', 'llm0', 'llm1', 'give it a free number of the series first'],
  ['llm0.md llm1.md', 'llm1', 'llm0', '`articles/llm0.md` is the index of its series, and stays that.'],
  ['llm1.md about.md', 'llm1', 'about', '`articles/about.md` has that name.'],
  ['llm1.md llm1.mdx', 'llm1', 'llm2', 'both have that name'],
  ['llm1.md llm2.md llm02.md llm3.md', 'llm3', 'llm1', 'are the same part'],
  ['llm999999999.md llm1.md', 'llm1', 'llm999999999', 'its number is too large'],
])('among %s, refuses %s to %s', (files, from, to, message) => {
  expect(() => moves(files, from, to)).toThrow(message);
});
