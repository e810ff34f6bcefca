import { expect, test } from 'vitest';
import { attributeOf, elementsOf, parsePage, setAttribute } from '../../../src/finishing/page-tree.ts';
import { relativeLinks } from '../../../src/finishing/relative-links.ts';
import { fc } from '../../support/properties.ts';

const segment = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
    fc.constantFrom('a', 'b', 'index.html', 'a:b', '...', '#?%', 'é', 'c d', "'", '"', '[x]', '~'),
  )
  .filter((text) => !['.', '..'].includes(text) && !/[/\0]/.test(text) && text.isWellFormed());
const folders = fc.array(segment, { maxLength: 4 });
const base = fc
  .array(segment, { maxLength: 2 })
  .map((path) => `/${path.map((part) => `${encodeURIComponent(part)}/`).join('')}`);
const suffix = fc.oneof(
  fc.constantFrom('', '#', '?', '#part', '?a=b', '?a#b', '?/../x#/../y'),
  fc.webFragments().map((text) => `#${text}`),
  fc.webQueryParameters().map((text) => `?${text}`),
);
/** A path below the base as pages write it: a file, or a folder with a page. */
const target = fc
  .tuple(folders, fc.boolean())
  .map(
    ([path, isFolder]) => path.map(encodeURIComponent).join('/') + (isFolder && path.length > 0 ? '/' : ''),
  );

/** What the step makes of an address on a page. */
function written(address: string, name: string, sitesBase: string): string {
  const tree = parsePage('<a>x</a>');
  const link = elementsOf(tree).find(({ tagName }) => tagName === 'a');
  if (!link) throw new Error('The page has no link.');
  setAttribute(link, 'href', address);
  relativeLinks({ name, tree, address: { origin: 'https://site.example', base: sitesBase } });
  return attributeOf(link, 'href') ?? '';
}

const encoded = (path: readonly string[]) => path.map(encodeURIComponent).join('/');

test('an address leads from any page to the same place as before, down to its file', () => {
  fc.assert(
    fc.property(fc.record({ base, target, suffix, folders }), (one) => {
      const link = written(
        one.base + one.target + one.suffix,
        [...one.folders, 'index.html'].join('/'),
        one.base,
      );
      const file = one.target === '' || one.target.endsWith('/') ? `${one.target}index.html` : one.target;
      const page = encoded([...one.folders, 'index.html']);
      for (const home of [
        `https://site.example${one.base}`,
        'https://other.example/deep/er/',
        'file:///home/a%20b/dist/',
      ]) {
        expect(new URL(link, home + page).href).toBe(new URL(home + file + one.suffix).href);
      }
    }),
  );
});

test('an address that is not below the base stays as it is', () => {
  const elsewhere = fc.oneof(
    fc.webUrl(),
    fc.constantFrom('//other.example/x', '#x', '../x', 'mailto:a@b.example', ''),
  );
  fc.assert(
    fc.property(elsewhere, folders, (address, path) => {
      expect(written(address, [...path, 'index.html'].join('/'), '/blog/')).toBe(address);
    }),
  );
});
