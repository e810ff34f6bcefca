import { expect, test } from 'vitest';
import { cacheName, isOutdated, isPage, keptAddress, surplus } from '../../../src/offline/kept-files.ts';

const SCOPE = 'https://example.org/blog/';

test.each([
  ['', ''],
  ['index.html', ''],
  ['llm1/', 'llm1/'],
  ['llm1/index.html', 'llm1/'],
  ['llm1/?from=feed', 'llm1/'],
  ['llm1/index.html?a=/index.html#title', 'llm1/'],
  ['llm1/#a?b', 'llm1/'],
  ['myindex.html', 'myindex.html'],
  ['_astro/a.webp', '_astro/a.webp'],
])('keeps %j as %j', (path, expected) => {
  expect(keptAddress(SCOPE + path, SCOPE)).toBe(SCOPE + expected);
});

test.each(['https://example.org/', 'https://example.org/blogger/', 'https://example.com/blog/'])(
  'keeps nothing of %s',
  (url) => {
    expect(keptAddress(url, SCOPE)).toBeUndefined();
  },
);

test.each([
  ['', true],
  ['llm1/', true],
  ['demo.html', true],
  ['offline/', false],
  ['book.pdf', false],
  ['_astro/page.js', false],
])('takes %j for a page: %j', (path, expected) => {
  expect(isPage(SCOPE + path, SCOPE)).toBe(expected);
});

test('finds caches of earlier builds, and none of another site or of another script', () => {
  const names = [
    cacheName(SCOPE, 'old'),
    cacheName(SCOPE, 'new'),
    cacheName('https://example.org/', 'old'),
    cacheName(`${SCOPE}inner/`, 'old'),
    'old',
  ];
  expect(names.filter((name) => isOutdated(name, SCOPE, 'new'))).toEqual([cacheName(SCOPE, 'old')]);
});

test('has room for 500 files, and none for those that were kept first', () => {
  const kept = Array.from({ length: 502 }, (_, index) => index);
  expect(surplus(kept)).toEqual([0, 1]);
  expect(surplus(kept.slice(2))).toEqual([]);
  expect(surplus([1])).toEqual([]);
});
