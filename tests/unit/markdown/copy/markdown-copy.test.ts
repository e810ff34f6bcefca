import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markdownCopy } from '../../../../src/markdown/copy/markdown-copy.ts';
import { articleOf } from '../../../support/articles.ts';

const rewrite = (url: string) => (url.startsWith('./') ? `https://x.yz/${url.slice(2)}` : url);
const copyOf = (text: string, format: 'md' | 'mdx' = 'mdx') => markdownCopy(text, { format, rewrite });

test.each<[string, string, string]>([
  [
    'makes addresses whole',
    '[a](./b "t") ![c](./d) <img src="./e" />',
    '[a](https://x.yz/b "t") ![c](https://x.yz/d) <img src="https://x.yz/e">',
  ],
  [
    'leaves all else as it is',
    '# A\n\nb  \n*c* \\{ $x$ [^1]\n\n[^1]: d\n\n\n\n- e\n* f',
    '# A\n\nb  \n*c* \\{ $x$ [^1]\n\n[^1]: d\n\n\n\n- e\n* f',
  ],
  [
    'makes a heading of a title that is nowhere else',
    '---\ntitle: A *b* &amp; c\n---\n\nText',
    '# A \\*b\\* \\&amp; c\n\nText',
  ],
  ['keeps the heading that the text has', '---\ntitle: A\ndraft: false\n---\n# B\n\nText', '# B\n\nText'],
  [
    'leaves out imports, exports and comments',
    'import A from "./a.js"\n\n# B\n\n{/* c */}\n\nD {/* e */}f\n\nexport const g = 1\n',
    '# B\n\nD f',
  ],
  [
    'shows what an expression is known to show',
    "A {'<b> *c*'} {1} {d} e\n\nexport const d = 2",
    'A \\<b\\> \\*c\\* 1  e',
  ],
  [
    'takes tabs apart',
    '<Tabs>\n  <Tab title="A_b">\n    - c\n      - d\n\n    ```js\n    e\n      f\n    ```\n  </Tab>\n  <Tab title="G">h</Tab>\n</Tabs>\n\nAfter',
    '**A\\_b**\n\n- c\n  - d\n\n```js\ne\n  f\n```\n\n**G**\n\nh\n\nAfter',
  ],
  [
    'takes steps and details apart',
    '<Steps>\n1. a\n2. b\n</Steps>\n\n<Details title="Why" open>\n  c\n\n  > d\n</Details>',
    '1. a\n2. b\n\n**Why**\n\nc\n\n> d',
  ],
  [
    'takes apart what stands in quotes and lists',
    '> <Details title="Q">\n>   a\n>   b\n> </Details>\n>\n> c\n\n1. d\n\n   <Details title="L">\n     e\n\n       f\n   </Details>\n2. g',
    '> **Q**\n>\n> a\n> b\n>\n> c\n\n1. d\n\n   **L**\n\n   e\n\n   f\n2. g',
  ],
  [
    'leaves nothing of a component without words',
    'A\n\n<Chart data={x} />\n\nB\n\nexport const x = 1;',
    'A\n\nB',
  ],
  [
    'writes elements of HTML as such',
    '<sub className="a" id="b">c</sub>, d<br/>\n\n<details>\n  <summary>E</summary>\n\n  *f*\n</details>\n\n<div>\n  g\n</div>\n\n<h2>h *i*</h2>',
    '<sub id="b">c</sub>, d<br>\n\n<details>\n\n<summary>E</summary>\n\n*f*\n\n</details>\n\ng\n\n## h *i*',
  ],
  ['moves to the left what would be code', 'A\n\n      b\n      c', 'A\n\nb\nc'],
])('%s', (_, text, copy) => {
  expect(copyOf(text)).toBe(`${copy}\n`);
  const withWindowsLines = copyOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
  expect(withWindowsLines).toBe(text.includes('\n') ? `${copy}\n`.replaceAll('\n', '\r\n') : `${copy}\n`);
});

test('leaves out the comments of a Markdown article, and no other HTML', () => {
  const text =
    'A <!-- no --> b\n\n<!-- no\n\nno -->\n\n<div title="<!-- yes -->">\n\nc\n\n</div>\n\n    <!-- code -->\n';
  expect(copyOf(text, 'md')).toBe('A  b\n\n<div title="<!-- yes -->">\n\nc\n\n</div>\n\n    <!-- code -->\n');
});

test('leaves a definition list as it is', () => {
  const list = 'A\n\n{/* b */}\n\nC\n: d\n: e\n\nF\nG\n: h\n\n    i\n\n{/* j */}\n\nK\n';
  expect(copyOf(list)).toBe('A\n\nC\n: d\n: e\n\nF\nG\n: h\n\n    i\n\nK\n');
});

const FILES = [
  ...readdirSync('articles').map((name) => join('articles', name)),
  ...readdirSync('tests/fixtures/showcase').map((name) => join('tests/fixtures/showcase', name)),
];

describe.each(FILES)('the copy of %s', (file) => {
  const text = readFileSync(file, 'utf8');
  const format = file.endsWith('x') ? 'mdx' : 'md';
  const copy = markdownCopy(text, { format, rewrite: (url) => url });
  const article = articleOf(`articles/llm1.${format}`, text);
  const read = articleOf('articles/llm1.md', copy);

  test('has the headings, the links and the pictures of the article', () => {
    const headings = ({ headings: all }: typeof article) =>
      all.map(({ depth, text: words, id }) => ({ depth, words, id }));
    expect(headings(read)).toEqual(headings(article));
    expect(read.references).toEqual(
      article.references.map((one) => ({ ...one, place: expect.anything() as unknown })),
    );
    expect(read.title).toBe(article.title);
    expect(read.problems).toEqual([]);
  });

  test('has the words of the article, and the titles of its components', () => {
    const words = ({ text: all }: { text: string }) => all.match(/[\p{L}\p{N}]+/gu) ?? [];
    const titles = article.components.flatMap(({ props }) =>
      props.flatMap(({ name, value }) => (name === 'title' && value !== undefined ? [value] : [])),
    );
    expect(read.words).toBe(
      article.words + titles.reduce((sum, title) => sum + words({ text: title }).length, 0),
    );
  });

  test('is its own copy', () => {
    expect(markdownCopy(copy, { format: 'md', rewrite: (url) => url })).toBe(copy);
  });
});
