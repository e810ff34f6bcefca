import { describe, expect, test } from 'vitest';
import { articleOf } from '../../support/articles.ts';

const at = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;

describe('title', () => {
  test.each([
    ['# Plain\n', 'Plain'],
    ['# With `code`, *stress* and [a link](https://example.org)\n', 'With code, stress and a link'],
    ['Setext\n======\n', 'Setext'],
    ['Text first.\n\n# Later\n', 'Later'],
    ['## Only a second\n', undefined],
    ['---\ntitle: Front\n---\n\n# Body\n', 'Front'],
    ['<h1 align="center">Raw</h1>\n', 'Raw'],
  ])('of %j is %j', (text, title) => {
    expect(articleOf('articles/a.md', text).title).toBe(title);
  });
});

describe('description', () => {
  test.each([
    ['# T\n\nBefore.\n\n## S\n\nAfter *the*\nheading.\n', 'After the heading.'],
    ['# T\n\nOnly this.\n', 'Only this.'],
    ['# T\n\n## S\n\n![x](../articleimages/x.png)\n\nText.\n', 'Text.'],
    ['# T\n\nBefore.\n\n## S\n', 'Before.'],
    ['# T\n\nOver\\\ntwo lines.\n', 'Over two lines.'],
    ['# T\n', undefined],
    ['---\ndescription: Front.\n---\n# T\n\nBody.\n', 'Front.'],
  ])('of %j is %j', (text, description) => {
    expect(articleOf('articles/a.md', text).description).toBe(description);
  });
});

describe('date', () => {
  test.each([
    ['*Written on Aug 21, 2024*\n', '2024-08-21', []],
    ['First written on 2024-08-21.\n', '2024-08-21', []],
    ['Written on a rainy day.\n', undefined, []],
    ['It was written on Aug 21, 2024\n', undefined, []],
    ['x\n\n_Written on Feb 30, 2024_\n', undefined, ['3:1 `Feb 30, 2024` is not a day of the calendar.']],
    ['---\ndate: 2020-01-01\n---\n*Written on Aug 21, 2024*\n', '2020-01-01', []],
  ])('of %j is %j', (text, written, problems) => {
    const article = articleOf('articles/a.md', text);
    expect(article.written).toBe(written);
    expect(article.problems.map(({ place, message }) => `${at(place)} ${message}`)).toEqual(problems);
  });
});

test('counts the words of text, not of code blocks', () => {
  const text =
    '# Two words\n\nThree `more` here.\n\n```\nnot these\n```\n\n| a | b |\n| - | - |\n| c | d |\n';
  expect(articleOf('articles/a.md', text).words).toBe(9);
});

describe.each(['articles/a.md', 'articles/a.mdx'])('references of %s', (file) => {
  test.each<[string, readonly string[]]>([
    ['A [link](./x) here.', ['link ./x 1:3']],
    ['![alt](../articleimages/x.png)', ['picture ../articleimages/x.png 1:1']],
    ['[a][r] and ![b][r]\n\n[r]: ./x\n', ['link ./x 3:1', 'picture ./x 3:1']],
    ['> [unused]: ./x\n', ['link ./x 1:3']],
    ['See https://example.org.', ['link https://example.org 1:5']],
    ['- a\n  - [b](x)\n', ['link x 2:5']],
    ['| a |\n| - |\n| [b](x) |\n', ['link x 3:3']],
    ['Text[^1].\n\n[^1]: [b](x)\n', ['link x 3:7']],
    ['日本語 👋 [b](x)', ['link x 1:8']],
    ['\t\n [b](x)\r\n\r\n[c](y)\r\n', ['link x 2:2', 'link y 4:1']],
    [
      '---\ntitle: T\nimage: ../articleimages/i.png\n---\n\n[b](x)\n',
      ['picture ../articleimages/i.png 3:8', 'link x 6:1'],
    ],
    ['<a href="./x">b</a>', ['link ./x 1:1']],
    ['Text <a href="./x">b</a> and <img src="y.png" alt="z"/>', ['link ./x 1:6', 'picture y.png 1:30']],
    ['> <div>\n> <p><a href="x">b</a></p>\n> </div>\n', ['link x 2:6']],
    [
      '<video src="a.mp4" poster="b.png"><track src="c.vtt"/></video>',
      ['resource a.mp4 1:1', 'resource b.png 1:1', 'resource c.vtt 1:35'],
    ],
    [
      '<img src="a.png" srcset="b.png 1x, c.png 2x" alt="d"/>',
      ['picture a.png 1:1', 'resource b.png 1:1', 'resource c.png 1:1'],
    ],
    ['`[not](a-link)` <span data-href="x">y</span>', []],
  ])('%j', (text, expected) => {
    const { references, problems } = articleOf(file, text);
    expect(problems).toEqual([]);
    expect(references.map(({ url, use, place }) => `${use} ${url} ${at(place)}`)).toEqual(expected);
  });
});

test.each<[string, string, readonly string[]]>([
  [
    'an address in the text',
    'www.a.example https://b.example c@d.example',
    ['link http://www.a.example 1:1', 'link https://b.example 1:15', 'link mailto:c@d.example 1:33'],
  ],
  ['an address written with a reference', '&#104;ttp://a.example', ['link http://a.example 1:1']],
  ['a mail address written with a reference', 'a&commat;b.example', ['link mailto:a@b.example 1:1']],
  [
    'an autolink of Markdown',
    '<https://example.org> <a@example.org>',
    ['link https://example.org 1:1', 'link mailto:a@example.org 1:23'],
  ],
  ['a comment', '<!-- <a href="x">y</a> -->', []],
  ['HTML in a list', '- <div>\n  <img src="x.png">\n  </div>\n', ['picture x.png 2:3']],
  ['a table of HTML, whose body nobody typed', '<table><tr><td><a href="x">y</a></table>', ['link x 1:16']],
  [
    'a style',
    '<p style="background: URL( \'https://example.org/a.png\')" title="url(//no)">z</p>',
    ['resource https://example.org/a.png 1:1'],
  ],
])('finds references in %s', (_what, text, expected) => {
  const { references } = articleOf('articles/a.md', text);
  expect(references.map(({ url, use, place }) => `${use} ${url} ${at(place)}`)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ['an expression as a value', "<a href={'./x'}>b</a>", ['link ./x 1:1']],
  ['an element in an expression', 'A {true && <a href="./x">b</a>}', ['link ./x 1:12']],
  ['an element in a module', "export const B = () => <img src='x.png' alt='y' />", ['picture x.png 1:24']],
  ['a value that is computed', 'export const to = "x"\n\n<a href={to}>b</a>', []],
  ['a spread', 'export const p = {}\n\n<a {...p}>b</a>', []],
  ['a spread in an expression', '{<a {...{}} href="./x">b</a>}', ['link ./x 1:2']],
  ['a value that is computed in an expression', 'export const to = "x"\n\n{<a href={to}>b</a>}', []],
  ['a value that is no text', '<video src={1} poster="p.png" /> {<video src={1} />}', ['resource p.png 1:1']],
  ['an attribute without a value', '<a download href="./x">b</a>', ['link ./x 1:1']],
  ['a fragment', '<><a href="./x">b</a></>', ['link ./x 1:3']],
])('finds references in %s', (_what, text, expected) => {
  const { references, problems } = articleOf('articles/a.mdx', text);
  expect(problems).toEqual([]);
  expect(references.map(({ url, use, place }) => `${use} ${url} ${at(place)}`)).toEqual(expected);
});

test('finds an address of GFM after a bracket that is never closed', () => {
  const { references } = articleOf('articles/a.md', 'See [https://example.org and more.\n');
  expect(references.map(({ url, use }) => `${use} ${url}`)).toEqual(['link https://example.org']);
});

test.each<[string, string, readonly string[]]>([
  ['an attribute without a value', '<img src="x.png" alt />', ['"" x.png']],
  ['a picture without an address', '<img alt="b" />', ['"b" ']],
  ['an element in an expression', '{<img src="x.png" />}', ['undefined x.png']],
  ['an element in an expression with a width', '{<img src="x.png" alt="b" width={9} />}', ['"b" x.png']],
  ['a spread in an expression, which may give one', '{<img src="x.png" {...{}} />}', []],
  ['a fixed one in an expression', '{<img src="x.png" alt={`b`} />}', ['"b" x.png']],
  ['a computed one in an expression', 'export const t = 1\n\n{<img src="x.png" alt={`b${t}`} />}', []],
])('reads the alternative text of %s', (_what, text, expected) => {
  const { alternatives } = articleOf('articles/a.mdx', text);
  expect(alternatives.map((one) => `${JSON.stringify(one.text) ?? 'undefined'} ${one.url}`)).toEqual(
    expected,
  );
});

test.each<[string, readonly string[]]>([
  ['# A b\n\n## C\n\n## C\n', ['a-b', 'c', 'c-1']],
  ['## With `code` & *stress*\n', ['with-code--stress']],
  ['## Größe 大 👋\n', ['größe-大-']],
  [
    '## A[^x] b[^y]\n\n[^y]: y\n\n[^x]: x\n',
    [
      'a1-b2',
      'footnote-label',
      'user-content-fn-y',
      'user-content-fnref-y',
      'user-content-fn-x',
      'user-content-fnref-x',
    ],
  ],
  [
    'A[^n] b[^n]\n\n[^n]: n\n',
    ['footnote-label', 'user-content-fn-n', 'user-content-fnref-n', 'user-content-fnref-n-2'],
  ],
  ['## ![alt](../articleimages/x.png) text\n', ['-text']],
  ['<h2><!-- no text -->Raw</h2>\n', ['raw']],
  ['<h2>\n\nNever *closed*\n', ['never-closed']],
  [
    '<h2 id="own">x</h2>\n\n<h2>Raw</h2>\n\n<a id="here"></a> <a name="there"></a>\n',
    ['own', 'raw', 'here', 'there'],
  ],
])('gives %j the ids %j', (text, ids) => {
  expect([...articleOf('articles/a.md', text).ids]).toEqual(ids);
});

test.each(['a.md', 'a.mdx'])('tells an id that stands twice in %s', (name) => {
  const { problems } = articleOf(`articles/${name}`, '## Same\n\n<p id="same">x</p>\n');
  expect(problems.map(({ place, rule, message }) => `${at(place)} ${rule} ${message}`)).toEqual([
    '3:1 duplicate-id The id `same` stands twice in this article.',
  ]);
});

describe('front matter', () => {
  test.each<[string, readonly string[]]>([
    ['---\ntitle: T\ndate: 2024-02-30\n---\n', ['3:7 front-matter-value']],
    ['---\n\ntitel: T\n---\n', ['3:1 front-matter-key']],
    ['---\nupcoming:\n  - A\n  - 7\n---\n', ['4:5 front-matter-value']],
    ['---\ntitle:\n---\n', ['2:1 front-matter-value']],
    ['---\ntitle: a: b\n---\n', ['2:8 front-matter-syntax']],
    ['---\ntitle: [\n---\n', ['3:1 front-matter-syntax']],
    ['---\ntitle: A\ntitle: B\n---\n', ['3:1 front-matter-syntax']],
    ['---\njust words\n---\n', ['2:1 front-matter-syntax']],
    ['---\n- a\n---\n', ['2:1 front-matter-syntax']],
    ['---\n---\n', []],
    ['---\n# only a comment\n---\n', []],
    ['---\r\ntitle: T\r\nnope: 1\r\n---\r\n', ['3:1 front-matter-key']],
    ['\uFEFF---\nnope: 1\n---\n', ['2:1 front-matter-key']],
    ['\n\n---\nnope: 1\n---\n', ['4:1 front-matter-key']],
    ['---\ntitle: T\n\n# Body\n', ['1:1 front-matter-syntax']],
    ['+++\ntitle = "T"\n+++\n', ['1:1 front-matter-syntax']],
    ['---\n2024: x\n---\n', ['2:1 front-matter-key']],
    ['---\nupcoming:\n  -\n  - A\n---\n', ['3:4 front-matter-value']],
    ['---\nupcoming: [A, ? b]\n---\n', ['2:17 front-matter-value']],
    ['---\n__proto__: 1\nconstructor: 2\n---\n', ['2:1 front-matter-key', '3:1 front-matter-key']],
  ])('%j', (front, expected) => {
    const { problems } = articleOf('articles/a.md', `${front}\nText.\n`);
    expect(problems.map(({ place, rule }) => `${at(place)} ${rule}`)).toEqual(expected);
  });

  test('explains a value with a colon', () => {
    const [problem] = articleOf('articles/a.md', '---\ntitle: Attention: all\n---\n').problems;
    expect(problem?.hint).toBe('A value with a colon stands between quotes: `title: "Attention: all"`.');
  });

  test('tells a key that is empty', () => {
    const { problems } = articleOf('articles/a.md', '---\n: x\n---\n\nText.\n');
    expect(problems.map(({ message }) => message)).toEqual(['There is no key ``.']);
  });

  test('leaves a text that begins with a thematic break as it is', () => {
    expect(articleOf('articles/a.md', '---\n\n# T\n').title).toBe('T');
  });
});

test.each<[string, readonly number[], string]>([
  [
    'Latin-1 in the third line',
    [...bytes('# T\n\nGr'), 0xf6, 0xdf, 0x65],
    '3:3 From here on the file is not UTF-8.',
  ],
  [
    'Latin-1 after an emoji and a byte order mark',
    [0xef, 0xbb, 0xbf, ...bytes('# 👋'), 0xe9],
    '1:5 From here on the file is not UTF-8.',
  ],
  [
    'a character cut off at the end',
    [...bytes('# T\n'), 0xe2, 0x82],
    '2:1 From here on the file is not UTF-8.',
  ],
  ['UTF-16, little-endian', [0xff, 0xfe, 0x23, 0x00], '1:1 The file is UTF-16, not UTF-8.'],
  ['UTF-16 without a mark', [0x23, 0x00, 0x20, 0x00], '1:2 The file is UTF-16 or no text, not UTF-8.'],
  ['UTF-16, big-endian', [0xfe, 0xff, 0x00, 0x23], '1:1 The file is UTF-16, not UTF-8.'],
])('tells where %s is not UTF-8', (_what, content, expected) => {
  const { problems } = articleOf('articles/a.md', new Uint8Array(content));
  expect(problems.map(({ place, message }) => `${at(place)} ${message}`)).toEqual([expected]);
});

test.each<[string, string, string]>([
  ['a comment of HTML', 'a <!-- b -->', '1:4 `{/* … */}`'],
  ['a less-than sign', 'a <5 b', '1:4 `\\<`'],
  ['an autolink', '<https://example.org>', '1:8 `[text](address)`'],
  ['an open brace', 'a {b', '1:5 `\\{`'],
  ['words in braces', 'a {b c}', '1:5 `\\{`'],
  ['an open tag in a paragraph', 'one <b>two', '1:5 Close the tag'],
  ['an open tag in the document', 'one\n\n<div>\n\ntwo', '3:1 Close the tag'],
  ['a line that begins with import', 'import this is no import', '1:8 begin the line otherwise'],
  ['a closing tag alone', 'a </b>', '1:4 Open the tag'],
  ['an open quote', '<b title="x>y', '1:14 Close what was opened'],
  ['an attribute without quotes', '<b title=x>y</b>', '1:10 save the article as `.md`'],
])('explains %s in MDX', (_what, text, expected) => {
  const [problem] = articleOf('articles/a.mdx', text).problems;
  const [place = '', ...words] = expected.split(' ');
  expect(problem && at(problem.place)).toBe(place);
  expect(problem?.rule).toBe('mdx-syntax');
  expect(problem?.hint.toLowerCase()).toContain(words.join(' ').toLowerCase());
});

test('keeps the front matter of an article that does not parse', () => {
  const article = articleOf('articles/a.mdx', '---\ntitle: T\ndraft: true\nnope: 1\n---\n{');
  expect([article.title, article.draft, article.whole]).toEqual(['T', true, false]);
  expect(article.problems.map(({ rule }) => rule)).toEqual(['front-matter-key', 'mdx-syntax']);
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
