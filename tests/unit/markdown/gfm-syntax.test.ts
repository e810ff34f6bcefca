import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { linesOfConstructs } from '../../../src/markdown/gfm-lines.ts';
import { gfmSyntax } from '../../../src/markdown/gfm-syntax.ts';
import { parseWith } from '../../../src/markdown/syntax.ts';
import { fc } from '../../support/properties.ts';

const whole = unified().use(remarkParse).use(remarkGfm).freeze();

const STARTS = ['', '> ', '- ', '1. ', '  ', '    ', '\t', '- > ', '[^a]: '];
const WORDS = [
  ...[
    'a',
    'word',
    'how',
    'w',
    'h',
    '/',
    ' ',
    '\t',
    '\u00a0',
    '*',
    '**',
    '`',
    '~~',
    '[',
    '](x)',
    '\\',
    '&commat;',
    '<b>',
    '# ',
  ],
  ...['me@x.org', 'a@b', '@', '-a.b@c-d.e_f', 'www.x.y', 'WWW.', 'https://a.b/c', 'HTTP://', 'mailto:a@b.c'],
  ...['|', '| a |', '|-|', ':-', '-:', '--', '- | -', '-', ':', '===', '\\|'],
];
const ENDS = ['\n', '\n', '\n', '\n\n', '\r\n', '\r', ' \n'];

const line = fc
  .tuple(
    fc.constantFrom(...STARTS),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }),
    fc.constantFrom(...ENDS),
  )
  .map(([start, words, end]) => start + words.join('') + end);

describe('the syntax of GFM', () => {
  test('is that of remark-gfm, though not all of it is looked for everywhere', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
        const text = lines.join('');
        expect(parseWith([gfmSyntax(text)], text)).toEqual(whole.parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['an address', 'Write\nto me@example.org, or\nsee www.example.org or https://example.org.\n'],
    ['a table in a quotation', '> a | b\n> :- | -\n> c | d\n\nx | y\n'],
    ['a table of one column', 'a\n:-\nb\n\u00a0\nc\n'],
    ['a table that ends a paragraph', 'Text\n| a |\n| - |\n| b |\nc\n\n| d |\n'],
  ])('finds %s', (_what, text) => {
    const tree = parseWith([gfmSyntax(text)], text);
    expect(tree).toEqual(whole.parse(text));
    expect(JSON.stringify(tree)).toMatch(/"type":"(link|table)"/);
  });
});

describe('the lines in which something may begin', () => {
  const linesIn = (text: string) =>
    Object.fromEntries([...linesOfConstructs(text)].map(([name, lines]) => [name, [...lines]]));
  const none = { emailAutolink: [], protocolAutolink: [], wwwAutolink: [], table: [] };

  test('are none in plain text', () => {
    expect(linesIn('# A\n\nOne - two: three.\n\n- @decorated\n\n```\nq @ k\n```\n')).toEqual(none);
  });

  test('are those with the sign of an address', () => {
    expect(linesIn('a\r\nb@c\rhttps://d\nWWW.e')).toEqual({
      ...none,
      emailAutolink: [2],
      protocolAutolink: [3],
      wwwAutolink: [4],
    });
  });

  test('are those of a table, from its head to the next empty line', () => {
    expect(linesIn('a\n\nb | c\n- | -\nd | e\n\nf | g\n')).toEqual({ ...none, table: [3, 4, 5] });
  });
});
