import { describe, expect, test } from 'vitest';
import { isSlug, parseArticleName } from '../../../src/series/article-name.ts';

describe('parseArticleName', () => {
  test.each([
    ['articles/llm0.mdx', { slug: 'llm0', format: 'mdx', member: { series: 'llm', number: 0 } }],
    ['articles/llm12.md', { slug: 'llm12', format: 'md', member: { series: 'llm', number: 12 } }],
    [
      'articles/deep-dive-3.md',
      { slug: 'deep-dive-3', format: 'md', member: { series: 'deep-dive-', number: 3 } },
    ],
    ['articles/llm007.md', { slug: 'llm007', format: 'md', member: { series: 'llm', number: 7 } }],
    ['articles/序章2.md', { slug: '序章2', format: 'md', member: { series: '序章', number: 2 } }],
    ['articles/about.mdx', { slug: 'about', format: 'mdx' }],
    ['articles/ch01-02-hello.md', { slug: 'ch01-02-hello', format: 'md' }],
    ['articles/2024-08-21.md', { slug: '2024-08-21', format: 'md' }],
    ['articles/404.md', { slug: '404', format: 'md' }],
  ])('reads %s', (file, expected) => {
    expect(parseArticleName(file)).toEqual({ file, ...expected });
  });

  test.each([
    'articles/llm1.markdown',
    'articles/sub/llm1.md',
    'articles/llm1.MD',
    'llm1.md',
    'articles/a.png',
  ])('does not take %s for an article', (file) => {
    expect(parseArticleName(file)).toBeUndefined();
  });

  test('gives a name in decomposed Unicode the slug of the composed one', () => {
    expect(parseArticleName('articles/e\u0301tude.md')?.slug).toBe('\u00e9tude');
  });
});

test.each([
  ['llm1', true],
  ['v1.2', true],
  ['étude_2', true],
  ['a b', false],
  ['50%', false],
  ['c#', false],
  ['-x', false],
  ['end.', false],
])('says whether %s can be an address: %s', (slug, expected) => {
  expect(isSlug(slug)).toBe(expected);
});
