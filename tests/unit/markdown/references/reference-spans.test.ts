import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editReferences, referenceSpans } from '../../../../src/markdown/references/reference-spans.ts';
import { articleOf } from '../../../support/articles.ts';

type Format = 'md' | 'mdx';

/** What is typed for each address, by the address. */
function typedIn(source: string, format: Format): string[] {
  return referenceSpans(source, format).map(({ url, start, end }) => `${url} ← ${source.slice(start, end)}`);
}

/** The addresses that reading finds, each once. */
function readIn(source: string, format: Format): string[] {
  const { references } = articleOf(`articles/llm1.${format}`, source);
  return [...new Set(references.map(({ url }) => url))].toSorted();
}

const BOTH = ['md', 'mdx'] as const;

const CASES: readonly (readonly [string, readonly Format[], string, readonly string[]])[] = [
  ['a title', BOTH, '[a](./llm2 "T (x)") [b](\t./llm3\n\'t\')', ['./llm2 ← ./llm2', './llm3 ← ./llm3']],
  ['angle brackets', BOTH, '[a](<b c> (t))', ['b c ← <b c>']],
  [
    'escapes',
    BOTH,
    '[a](b\\(c\\)\\_d) [e](f(g)h) [i](\\<j)',
    ['b(c)_d ← b\\(c\\)\\_d', 'f(g)h ← f(g)h', '<j ← \\<j'],
  ],
  ['entities', BOTH, '[a](b?c&amp;d) [e](f&#40;)', ['b?c&d ← b?c&amp;d', 'f( ← f&#40;']],
  ['nothing', BOTH, '[a]() [b](<>) [c]( )', [' ← ', ' ← <>', ' ← ']],
  ['a picture in a link', BOTH, '[![a](./x.png "t")](./llm2)', ['./x.png ← ./x.png', './llm2 ← ./llm2']],
  [
    'definitions',
    BOTH,
    '[a] ![b] [c][A]\n\n[a]: <./x y> "t"\n[b]:\n  ./z.png\n  (t)\n[a]: ./twice\n',
    ['./x y ← <./x y>', './z.png ← ./z.png', './twice ← ./twice'],
  ],
  [
    'autolinks',
    ['md'],
    '<https://a.b/c> <d@e.fg> <mailto:h@i.jk>',
    ['https://a.b/c ← <https://a.b/c>', 'mailto:d@e.fg ← <d@e.fg>', 'mailto:h@i.jk ← <mailto:h@i.jk>'],
  ],
  [
    'bare addresses',
    BOTH,
    'See https://a.b/c. (www.d.ef), _x_ [http://g.hi [j@k.lm',
    [
      'https://a.b/c ← https://a.b/c',
      'http://www.d.ef ← www.d.ef',
      'http://g.hi ← http://g.hi',
      'mailto:j@k.lm ← j@k.lm',
    ],
  ],
  [
    'footnotes, headings, tables and lists',
    BOTH,
    '# [a](./1)\n\nb[^c]\n\n[^c]: [d](./2)\n    [e](./3)\n\n| a |\n| - |\n| [f](<g\\|h>) |\n\n> - [i](./4)\n>   > [j](./5)\n\nTerm\n: [k](./6)\n',
    ['./1 ← ./1', './2 ← ./2', './3 ← ./3', 'g|h ← <g\\|h>', './4 ← ./4', './5 ← ./5', './6 ← ./6'],
  ],
  [
    'raw HTML over several lines',
    ['md'],
    '> - <a\n>   href = "./1?a&amp;b"\n>   title=t>x</a> <img alt=x\n>   src="./2.png"> and more\n>\n>   <div>\n>     <video poster=\'./3\' src=./4></video></div>\n\nA <b>c <a\nhref="./5">d</a> e\n',
    ['./1?a&b ← ./1?a&amp;b', './2.png ← ./2.png', './3 ← ./3', './4 ← ./4', './5 ← ./5'],
  ],
  [
    'sets of sources',
    ['md'],
    '<img srcset="./1.png 1x, ./2.png 2x" src="./3.png">',
    ['./1.png ← ./1.png', './2.png ← ./2.png', './3.png ← ./3.png'],
  ],
  ['attributes without a value', BOTH, '<a href>x</a> <a href="">y</a>', [' ← ', ' ← ']],
  [
    'JSX',
    ['mdx'],
    '> <a\n>   href=\'./1?a&amp;b\'>x</a> <img alt="" src={"./2.png"} /> <a href={`./3`}>y</a>\n\n<img srcSet={"./4 1x, ./5 2x"} />\n\n{[1].map(() => <a href="./6&quot;"><img src={\'./7\\u0041\'} /></a>)}\n\nexport const x = <a href={("./8")}>z</a>;\n\n<T slot={<a href="./9">t</a>} {...{b: <a href="./10" />}} />\n',
    [
      './1?a&b ← ./1?a&amp;b',
      './2.png ← ./2.png',
      './3 ← ./3',
      './4 ← ./4',
      './5 ← ./5',
      './6" ← ./6&quot;',
      './7A ← ./7\\u0041',
      './8 ← ./8',
      './9 ← ./9',
      './10 ← ./10',
    ],
  ],
  [
    'front matter',
    BOTH,
    '---\ntitle: "[a](./no)"\nimage: \'../articleimages/a b.png\' # why\n---\n\n[c](./1)\n',
    ["../articleimages/a b.png ← '../articleimages/a b.png'", './1 ← ./1'],
  ],
  [
    'code, comments and formulas',
    ['md'],
    '    [a](./no)\n\n```\n[a](./no)\n```\n\n`[a](./no)` <!-- <a href="./no"> --> $[a](./no)$ \\[a](./no)\n',
    [],
  ],
];

/** Each case as it is, with a byte order mark, and with the line endings of Windows. */
const VARIANTS = CASES.flatMap(([title, formats, text, typed]) =>
  formats.flatMap((format) =>
    [
      [`${title} in .${format}`, text],
      [`${title} in .${format} after a byte order mark`, `\uFEFF${text}`],
      [`${title} in .${format} with CRLF`, text.replaceAll('\n', '\r\n')],
    ].map(([name = '', source = '']) => ({ name, format, source, typed })),
  ),
);

test.each(VARIANTS)('finds what is typed: $name', ({ source, format, typed }) => {
  expect(typedIn(source, format)).toEqual(typed);
});

/** Addresses that no place can have as they are. */
const HARD = [
  './new',
  './a b',
  './a(b',
  './a)(b',
  './a(b)',
  './"q\'`',
  './a&amp;b&c',
  './a\\*b\\',
  './<a>',
  './a|b',
  './{a}$b$',
  './ä#ü?ö',
  'https://x.yz/a_b/',
  'mailto:a@b.cd',
];

const FILES = [
  ...readdirSync('articles').map((name) => join('articles', name)),
  ...readdirSync('tests/fixtures/showcase').map((name) => join('tests/fixtures/showcase', name)),
].map((file) => ({
  name: file,
  format: file.endsWith('x') ? ('mdx' as const) : ('md' as const),
  source: readFileSync(file, 'utf8'),
}));

describe.each([...VARIANTS, ...FILES])('$name', ({ source, format }) => {
  test('has the addresses that reading finds', () => {
    const urls = referenceSpans(source, format).map(({ url }) => url);
    expect(readIn(source, format).filter((url) => !urls.includes(url))).toEqual([]);
  });

  test('stays byte for byte where no address changes', () => {
    expect(editReferences(source, format, (url) => url)).toBe(source);
    expect(editReferences(source, format, () => undefined)).toBe(source);
  });

  test.each(HARD)('reads %j wherever that was written', (url) => {
    const spans = referenceSpans(source, format);
    const edited = editReferences(source, format, () => url);
    // Some places cannot have a space, and one of several addresses no quotes.
    const read = readIn(edited, format).map((found) =>
      found.replace(/%(20|22|27|60|5c)/g, decodeURIComponent),
    );
    expect([...new Set(read)]).toEqual(spans.length === 0 ? [] : [url]);
    expect(referenceSpans(edited, format)).toHaveLength(spans.length);
  });
});

/** An address that is its own text, or that has no place yet, may need another form. */
const IN_PLACE = [...VARIANTS, ...FILES].filter(
  ({ name }) => !/^(bare|autolinks|attributes without)/.test(name),
);

test.each(IN_PLACE)('changes nothing beside the addresses of $name', ({ source, format }) => {
  const around = (text: string) => {
    let at = 0;
    const pieces = referenceSpans(text, format).map(({ start, end }) => {
      const before = text.slice(at, start);
      at = end;
      return before;
    });
    return [...pieces, text.slice(at)];
  };
  const edited = editReferences(source, format, (url) => `https://x.yz/${url.length}`);
  expect(around(edited)).toEqual(around(source));
  const there = editReferences(source, format, (url) => `${url}2`);
  expect(referenceSpans(there, format).map(({ url }) => url)).toEqual(
    referenceSpans(source, format).map(({ url }) => `${url}2`),
  );
});

test('has nothing to edit in an article that cannot be parsed', () => {
  expect(referenceSpans('[a](./b) {', 'mdx')).toEqual([]);
});
