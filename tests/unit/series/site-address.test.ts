import { expect, test } from 'vitest';
import { parseSiteAddress } from '../../../src/series/site-address.ts';

const fallback = 'https://fallback.example';

test.each([
  [{}, { origin: fallback, base: '/' }],
  [
    { SITE_URL: '', BASE_PATH: ' ' },
    { origin: fallback, base: '/' },
  ],
  [{ SITE_URL: 'https://example.org/' }, { origin: 'https://example.org', base: '/' }],
  [{ SITE_URL: 'http://localhost:8080' }, { origin: 'http://localhost:8080', base: '/' }],
  [{ BASE_PATH: 'blog' }, { origin: fallback, base: '/blog/' }],
  [{ BASE_PATH: '/blog' }, { origin: fallback, base: '/blog/' }],
  [{ BASE_PATH: '/a/b.c/' }, { origin: fallback, base: '/a/b.c/' }],
  [{ BASE_PATH: '/' }, { origin: fallback, base: '/' }],
])('reads %j', (environment, expected) => {
  expect(parseSiteAddress(environment, fallback)).toEqual(expected);
});

test.each([
  [
    { SITE_URL: 'example.org' },
    'SITE_URL is `example.org`; it must be a scheme and a host, such as `https://example.org`.',
  ],
  [
    { SITE_URL: 'ftp://example.org' },
    'SITE_URL is `ftp://example.org`; it must be a scheme and a host, such as `https://example.org`.',
  ],
  [
    { SITE_URL: 'https://example.org/blog' },
    'SITE_URL is `https://example.org/blog`; it must be a scheme and a host only: `https://example.org`. A path goes into BASE_PATH.',
  ],
  [
    { BASE_PATH: 'https://example.org/blog' },
    'BASE_PATH is `https://example.org/blog`; it must be a path of letters, digits, `-`, `_` and `.`, such as `/blog/`.',
  ],
  [
    { BASE_PATH: '/a//b' },
    'BASE_PATH is `/a//b`; it must be a path of letters, digits, `-`, `_` and `.`, such as `/blog/`.',
  ],
  [
    { BASE_PATH: '/../x' },
    'BASE_PATH is `/../x`; it must be a path of letters, digits, `-`, `_` and `.`, such as `/blog/`.',
  ],
  [
    { BASE_PATH: '/my blog' },
    'BASE_PATH is `/my blog`; it must be a path of letters, digits, `-`, `_` and `.`, such as `/blog/`.',
  ],
])('refuses %j and says why', (environment, message) => {
  expect(() => parseSiteAddress(environment, fallback)).toThrow(message);
});
