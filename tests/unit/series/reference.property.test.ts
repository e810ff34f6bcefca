import { describe, expect, test } from 'vitest';
import type { ReferenceUse } from '../../../src/series/article.ts';
import { RULES } from '../../../src/series/problem.ts';
import { resolveReference } from '../../../src/series/reference.ts';
import { addressOf, type Target } from '../../../src/series/target.ts';
import { projectOf } from '../../support/articles.ts';
import { addresses, fc } from '../../support/properties.ts';

const project = projectOf({
  articles: {
    'llm0.mdx': '# Index\n',
    'llm1.md': '# One\n\n## Two words\n',
    'about.md': '# About\n',
    'été.md': '# Été\n',
    'x.y_z-1.md': '# Dots\n',
    'draft.md': '---\ndraft: true\n---\n# Draft\n',
  },
  pictures: ['cat.png', 'sub/a b#%.png'],
  files: ['a.pdf', 'demo/index.html', 'é&?.txt'],
});
const { base, origin } = project.address;
const [article = { slug: '', draft: false }] = project.articles;
const uses = fc.constantFrom<ReferenceUse>('link', 'picture', 'resource');
const resolve = (url: string, use: ReferenceUse = 'link') =>
  resolveReference({ url, use }, { article, project });

/** The page on which `article` links. */
const PAGE = new URL(`${origin}${base}${article.slug}/`);

describe('any reference', () => {
  test('has a meaning, which is always the same', () => {
    fc.assert(
      fc.property(addresses, uses, (url, use) => {
        const target = resolve(url, use);
        expect(resolve(url, use)).toEqual(target);
        if (target.kind === 'problem') {
          expect(Object.keys(RULES)).toContain(target.finding.rule);
          expect(target.finding.message).not.toBe('');
          expect(target.finding.hint).not.toBe('');
        }
      }),
    );
  });

  test('that leads to something of the site stays in it', () => {
    fc.assert(
      fc.property(addresses, uses, (url, use) => {
        const target = resolve(url, use);
        const address = addressOf(target, base);
        if (target.kind === 'problem') expect(address).toBeUndefined();
        if (address === undefined || target.kind === 'external') return;
        const { href, origin: its, pathname } = new URL(address, PAGE);
        expect(its, href).toBe(origin);
        expect(pathname.startsWith(base), href).toBe(true);
      }),
    );
  });

  test('that leads elsewhere does so by a scheme that is harmless', () => {
    fc.assert(
      fc.property(addresses, uses, (url, use) => {
        const target = resolve(url, use);
        if (target.kind !== 'external') return;
        expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(new URL(target.url, PAGE).protocol);
      }),
    );
  });

  test('leads to what its address leads to', () => {
    fc.assert(
      fc.property(addresses, uses, (url, use) => {
        const target = resolve(url, use);
        const address = addressOf(target, base);
        if (address === undefined || !isOfTheSite(target)) return;
        expect(resolve(origin + address, use)).toEqual(target);
      }),
    );
  });
});

test('every way to write an article leads to it', () => {
  const slugs = project.articles.filter(({ draft }) => !draft).map(({ slug }) => slug);
  const before = fc.constantFrom(
    '',
    './',
    '/',
    '../articles/',
    '/articles/',
    './../articles/./',
    `${origin}${base}`,
  );
  const after = fc.constantFrom('', '/', '.md', '.mdx', '/index.html', '.html');
  const form = fc.constantFrom<(text: string) => string>(
    (text) => text,
    encodeURI,
    (text) => text.normalize('NFD'),
  );
  const suffix = fc.constantFrom('', '?a=b', '#top', '?a#top');
  fc.assert(
    fc.property(fc.constantFrom(...slugs), before, after, form, suffix, (slug, start, end, write, rest) => {
      const target = resolve(write(`${start}${slug}${end}`) + rest);
      if (/html$/.test(end)) return target.kind === 'problem';
      expect(target).toEqual({ kind: 'article', slug, suffix: rest });
      return true;
    }),
  );
});

function isOfTheSite({ kind }: Target): boolean {
  return ['article', 'home', 'picture', 'file'].includes(kind);
}
