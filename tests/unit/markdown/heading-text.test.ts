import { describe, expect, test } from 'vitest';
import { headingOf } from '../../../src/markdown/heading-text.ts';
import { articleOf } from '../../support/articles.ts';

const TITLES = [
  'Self-attention',
  '"What" is it? It\'s: 1. a - b',
  'C# in depth',
  'Ends with #',
  '#',
  'snake_case',
  '__init__ and *x*',
  'Vec<T> and {x}',
  'A &amp; B',
  'From $1 to $2',
  '[x](y) ![z](w)',
  '日本語 🎉',
  '\\ and \\\\',
  '- x',
  '<!-- x --> {/* y */}',
  'See https://example.org and www.example.org',
];

describe.each(['md', 'mdx'] as const)('in %s', (format) => {
  test.each(TITLES)('a heading shows %j exactly', (title) => {
    const heading = headingOf(title, format) ?? '';
    const article = articleOf(`articles/a.${format}`, `${heading}\n`);
    expect(article.title).toBe(title);
    expect(article.problems).toEqual([]);
    expect(article.headings).toHaveLength(1);
  });
});

test.each([
  ['Self-attention', 'md', '# Self-attention'],
  ['C# and snake_case', 'md', '# C# and snake_case'],
  ['Vec<T> and {x}', 'mdx', '# Vec\\<T> and \\{x}'],
  ['Ends with #', 'md', '# Ends with \\#'],
] as const)('%j in %s has no backslash that it does not need', (title, format, heading) => {
  expect(headingOf(title, format)).toBe(heading);
});

test('several lines are no heading', () => {
  expect(headingOf('a\n\nb', 'md')).toBeUndefined();
});
