import { isDeepStrictEqual } from 'node:util';
import { parse, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { parsePart, parsePage } from '../../../src/finishing/run-parser.ts';
import { fc } from '../../support/properties.ts';

const OPTIONS = { scriptingEnabled: false };
const NAMES =
  'a b body br caption code-copy col colgroup desc div font form foreignObject frame frameset g h2 head html image input li math mi mtext noscript optgroup option P pre plaintext script SELECT style svg table tbody td template textarea th title tr xmp'.split(
    ' ',
  );
const name = fc.constantFrom(...NAMES);
const text = fc.oneof(
  fc.constantFrom(
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    'a b',
    ' a\nb ',
    'a',
    '&amp;',
    '&',
    '&nbsp',
    '&#x1F4D6;',
    '&lang;',
  ),
  fc.constantFrom(
    '\0',
    'a\0b',
    '📖',
    'a 📖 b',
    '\uD83D',
    'a\uDCD6b',
    '<',
    '< a',
    '</',
    '</>',
    '"',
    "'",
    '=',
    '>',
  ),
  fc.constantFrom(
    '<!--',
    '-->',
    '<!-- a b -->',
    '<![CDATA[a b]]>',
    ']]>',
    '<!doctype html>',
    '<?a b?>',
    'é ü',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const value = fc.array(text, { maxLength: 3 }).map((texts) => texts.join(''));
const attribute = fc
  .tuple(
    fc.constantFrom('id', 'class', 'viewBox', 'CLASS', 'data-a', 'xlink:href', 'type', 'é', 'a"b'),
    value,
  )
  .chain(([key, written]) =>
    fc.constantFrom(key, `${key}="${written}"`, `${key}='${written}'`, `${key} = ${written}`, `${key}=a`),
  );
const attributes = fc.array(attribute, { maxLength: 3 }).map((all) => all.map((one) => ` ${one}`).join(''));
const tag = fc
  .tuple(name, attributes)
  .chain(([tagName, all]) => fc.constantFrom(`<${tagName}${all}>`, `<${tagName}${all}/>`, `</${tagName}>`));
const markup = fc
  .array(fc.oneof({ weight: 3, arbitrary: tag }, { weight: 2, arbitrary: text }), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

test('a page is read as parse5 reads it', () => {
  fc.assert(
    fc.property(markup, (html) => {
      expect(parsePage(html)).toStrictEqual(parse(html, OPTIONS));
    }),
  );
});

test('a part of a page is read as parse5 reads it', () => {
  fc.assert(
    fc.property(markup, (html) => {
      expect(parsePart(html)).toStrictEqual(parseFragment(html, OPTIONS));
    }),
  );
});

test('a long page is read as parse5 reads it, which forgets what it has read of it', () => {
  fc.assert(
    fc.property(fc.array(markup, { minLength: 2, maxLength: 4 }), fc.nat(20), (parts, more) => {
      const html = parts.join(`${'a b<br>\n'.repeat(10_000)}${'c'.repeat(more)}`);
      expect(isDeepStrictEqual(parsePage(html), parse(html, OPTIONS))).toBe(true);
    }),
    { numRuns: 20 },
  );
});
