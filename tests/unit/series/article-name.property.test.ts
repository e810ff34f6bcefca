import { expect, test } from 'vitest';
import { isSlug, parseArticleName } from '../../../src/series/article-name.ts';
import { articleAddress } from '../../../src/series/target.ts';
import { addresses, fc } from '../../support/properties.ts';

const names = fc.tuple(addresses, fc.constantFrom('md', 'mdx', 'MD', 'txt')).map((parts) => parts.join('.'));

test('any name is that of an article, or of none', () => {
  fc.assert(
    fc.property(names, (name) => {
      const parsed = parseArticleName(`articles/${name}`);
      if (!parsed) return;
      expect(parsed.slug).toBe(parsed.slug.normalize('NFC'));
      expect(parsed.slug).not.toContain('/');
      expect(parseArticleName(`articles/${parsed.slug}.${parsed.format}`)).toEqual({
        ...parsed,
        file: `articles/${parsed.slug}.${parsed.format}`,
      });
    }),
  );
});

test('a part of a series is named by the series and its number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z_-]{0,5}$/), fc.nat(999_999_999), (series, number) => {
      expect(parseArticleName(`articles/${series}${number}.md`)?.member).toEqual(
        /[a-z][-_]?$/.test(series) ? { series, number } : undefined,
      );
    }),
  );
});

test('a slug is one segment of an address, below which it stays', () => {
  fc.assert(
    fc.property(addresses, (text) => {
      fc.pre(isSlug(text));
      const { pathname, search, hash } = new URL(articleAddress(text, '/base/'), 'https://site.example');
      expect([search, hash]).toEqual(['', '']);
      expect(pathname.split('/').slice(0, 2)).toEqual(['', 'base']);
      expect(pathname.split('/')).toHaveLength(4);
      expect(decodeURIComponent(pathname.split('/')[2] ?? '')).toBe(text);
    }),
  );
});
