import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFrontMatterSource } from '../../../../src/markdown/front-matter-source.ts';
import { micromarkParse } from '../../../../src/markdown/micromark-parse.ts';
import { plainParse } from '../../../../src/markdown/plain/plain-parse.ts';
import type { ArticleName } from '../../../../src/series/article-name.ts';

type Case = readonly [string, ArticleName['format'], string];

const PLAIN: readonly Case[] = [
  ['paragraphs', 'mdx', 'One *two* **three** ~~four~~ `five`.\nSix\\* &amp; seven  \neight.\n\nNine.\n'],
  ['code that is strong', 'mdx', '**`a`** and *`b`*\n'],
  ['headings', 'mdx', '# A\n\n## B `c`\n\n### D ###\n\nE\n===\n'],
  [
    'formulas and addresses in code',
    'mdx',
    '`$a$` and `a@b.c`\n\n```sh\necho $HOME https://a.example\n```\n',
  ],
  ['code with a title', 'mdx', '```ts title="a.ts" {1,3}\nconst a = { b: 1 };\n```\n'],
  ['code in a list', 'mdx', '1. One\n\n   ```js\n   a();\n   ```\n\n2. Two\n'],
  ['lists', 'mdx', '- a\n- b\n  - c\n\n    d\n\n1. e\n2. f\n'],
  ['tasks', 'mdx', '- [x] done\n- [ ] not `yet`\n'],
  ['a quotation', 'mdx', '> One\n> two\n>\n> - three\n'],
  ['an alert', 'mdx', '> [!NOTE]\n> Two\n'],
  ['a table', 'mdx', '| a | b |\n| :- | -: |\n| `c` | *d* |\n\nEnd\n'],
  ['a rule', 'mdx', 'a\n\n---\n\n***\n\nb\n'],
  ['links', 'mdx', '[a](./llm0) [*b* c](<./llm 1> "t") [](./d) [e]() [f]( ./g )\n'],
  ['a link to another host', 'mdx', '[a](https://www.example.org/a_b*c)\n'],
  ['a link in brackets', 'md', 'a <mailto:b> c\n'],
  ['pictures', 'mdx', '![A b, c](../articleimages/a.png)\n\n[![d](e.png "f")](./llm0)\n'],
  ['definitions', 'mdx', '[a][b] and ![c][]\n\n[b]: ./llm0\n[c]: <d.png> "e"\n'],
  ['notes', 'mdx', 'a[^1] b[^two]\n\n[^1]: One *c*\n[^two]: Two\n'],
  ['elements', 'mdx', '<Details title="a" open>\n\n*b*\n\n</Details>\n\nc <b lang=\'d\'>e</b>\n'],
  ['an attribute in a later line', 'mdx', '<Figure\n  src="a.png"\n  wide\n/>\n'],
  ['a tag that ends in a line of its own', 'mdx', '<A\n  b="c"\n>\n\nd\n\n</A>\n'],
  ['elements in each other', 'mdx', '<Tabs>\n<Tab title="a">\n\n- b\n\n</Tab>\n</Tabs>\n'],
  ['imports', 'mdx', 'import A from \'./a.astro\'\nimport { B as C, D } from "e";\n\n# F\n\n<A />\n'],
  ['an import below empty lines', 'mdx', "\n  \n\nimport * as A from './a.js'\n \nb\n"],
  ['attributes that are computed', 'mdx', '<A b={1} c="d" e={[f, 2].map((g) => g < 3)}>\n\n*h*\n\n</A>\n'],
  ['a computed attribute in a text', 'mdx', 'é a\n\n> b <A c={d, 1n} />*e*\n- f <A b={-1} />\n'],
  ['elements in quotations and lists', 'mdx', '> <A>\n>\n> b\n>\n> </A>\n\n- <C>\n\n  d\n\n  </C>\n'],
  ['letters of any language', 'mdx', '# Über *é*\n\n“*a*” — **あ**, 日本語 😀 text\n'],
];

const DEEP = `{${'['.repeat(50_000)}}`;

/** All of these the two parsers read otherwise, or may. */
const OTHER: readonly Case[] = [
  ['formulas', 'mdx', 'A $b$.\n'],
  ['a formula of lines', 'mdx', '$$\na\n$$\n'],
  ['code that is not closed', 'mdx', 'A ` b\n'],
  ['a list of definitions', 'mdx', 'Term\n: What it is\n'],
  ['a list of definitions in a quotation', 'md', '> Term\n> : What it is\n'],
  ['an address', 'mdx', 'See https://example.org.\n'],
  ['an address without a scheme', 'mdx', 'See www.example.org.\n'],
  ['an address of mail', 'mdx', 'Write to a@example.org.\n'],
  ['JavaScript in more of itself than a stack can hold', 'mdx', `${DEEP}\n`],
  ['an address of mail behind a bracket', 'md', '![éa@b.c\n'],
  ['an expression', 'mdx', 'One {1 + 1}.\n'],
  ['a comment', 'mdx', '{/* One */}\n'],
  ['deep JavaScript between two rules', 'mdx', `import A from 'a'\n\n---\n\n${DEEP}\n\n---\n\nb\n`],
  ['deep JavaScript between the first rules', 'mdx', `\n+++\n\n<A b=${DEEP} />\n\n+++\n\nb\n`],
  ['JavaScript between two rules', 'mdx', '\n---\n\n{1}\n\n---\n\nb\n'],
  ['a computed attribute with a sign of cells', 'mdx', '| a <A b={x || y} /> |\n| - |\n'],
  ['a computed attribute with a slash', 'mdx', '<A b={1 / 2} />\n'],
  ['a computed attribute with a backslash', 'mdx', '<A b={a\\u0062} />\n'],
  ['a computed attribute with backticks', 'mdx', '<A b={`c`} />\n'],
  ['a tag of several lines below a quotation', 'mdx', '> a\n<B\n  c="d"\n/>\n'],
  ['a tag of several lines in a list', 'mdx', '- <A\n  b="c"\n/>\n'],
  ['a tag of several lines below a list', 'mdx', '- a\n<B\n  c="d"\n>\n\ne\n\n</B>\n'],
  ['a tag of several lines that begins a line of a quotation', 'mdx', '> a;\n<B\nc="d">e</B>\n'],
  ['a sign behind a tag', 'mdx', '<td>< 5 ms</td>\n'],
  ['an import of several lines', 'mdx', "import {\n  A\n} from './a.js'\n\n<A />\n"],
  ['an import at the end', 'mdx', "import A from './a.astro'\n"],
  ['an import below a text', 'mdx', "a\n\nimport A from './a.astro'\n\n<A />\n"],
  ['an import that is none', 'mdx', "import A, A from './a.astro'\n\n<A />\n"],
  ['an export', 'mdx', 'export const a = 1\n\nb\n'],
  ['an import in code', 'mdx', "- ```js\n  a\n\nimport A from './a.astro'\n\n<A b={1} />\n"],
  ['a computed attribute of several lines', 'mdx', '<A b={\n1\n} />\n'],
  ['a computed attribute with a brace', 'mdx', '<A b={{ c: 1 }} />\n'],
  ['a computed attribute with a text', 'mdx', '<A b={"}"} />\n'],
  ['a computed attribute that is none', 'mdx', '<A b={1 +} />\n'],
  ['computed attributes by name', 'mdx', '<A {...b} c={1} />\n'],
  ['a computed attribute in code, too', 'mdx', '`<A b={1} />` <A b={1} />c\n'],
  ['a value in an attribute that is a text', 'mdx', '<A b=" c={1}" />\n'],
  ['an attribute with a reference', 'mdx', '<A b="&amp;" />\n'],
  ['elements of HTML', 'md', 'a\n\n<div>b</div>\n'],
  ['an element that is all of a paragraph', 'mdx', '<sup>a</sup>\n'],
  ['an element in such a one', 'mdx', '<summary><b>a</b></summary>\n'],
  ['space after an element', 'mdx', '- <br /> \n'],
  ['a mistake of MDX', 'mdx', 'a <b> c\n'],
  ['other ends of lines', 'md', 'a\r\nb\r\n'],
  ['code of several lines in a text', 'mdx', 'a `b\n<c>`\n'],
  ['code that is indented', 'md', 'a\n\n    b\n'],
  ['code that never ends', 'md', '```\na\n'],
  ['an information with escapes', 'md', '```a\\*b\n```\n'],
  ['a table without signs at its edges', 'md', 'a | b\n- | -\nc | d\n'],
  ['a table with too few columns', 'md', 'a | b | c\n- | -\n'],
  ['a row in a paragraph', 'md', 'a\n| b |\n'],
  ['a table in a list', 'md', '- | a |\n  | - |\n'],
  ['a definition that heads a table', 'md', '[a]: b\n|-|\n'],
  ['a definition in an element', 'mdx', '<A>\n[a]: b\n\n</A>\n'],
  ['a definition with escapes', 'md', '[a]: b\\*c\n'],
  ['a label with a reference', 'md', '[a][b&nbsp;c]\n\n[b&nbsp;c]: d\n'],
  ['a note that goes on', 'md', 'a[^1]\n\n[^1]: b\nc\n    d\n\n    e\n'],
  ['a note that is indented', 'mdx', '\t[^1]: a\n'],
  ['an indented note of nothing', 'mdx', 'a\n\n    [^1]:\n'],
  ['an item of a list below a definition', 'mdx', '[a]: b\n---\n1. 10. c\n'],
  ['an address of a definition with a reference', 'md', '[a]: b&amp;a\n'],
  ['an empty line of a quotation that ends in a space', 'md', '> 1. >a\n> \n'],
  ['an element in the text of a picture', 'md', "![<b\n c='d'>\n](e.png)\n"],
  ['a byte order mark', 'md', '\uFEFF[a](b)\n'],
  ['two elements in a line', 'mdx', '<A>\n\n</A>\t<br />\n'],
  ['an information that ends in another space', 'md', '```a \u2028\nb\n```\n'],
  ['a note with space in its name', 'md', 'a[^ 1]\n\n[^1]: b\n'],
  ['a note with a reference in its name', 'md', 'a[^&amp;]\n\n[^&amp;]: b\n'],
  ['a sign of a tag that ends a cell', 'mdx', '| a | b |\n| - | - |\n| < | c |\n'],
  ['an element that ends in a quotation', 'mdx', '<A>\n\nb\n\n> </A>\n'],
  ['an element that ends in a deeper quotation', 'mdx', '> <A>\n> > </A>\n'],
  ['an element that ends in a list', 'mdx', '<A>\n\n1. b\n\n   </A>\n'],
  ['a tag that goes on with a quotation', 'mdx', 'a <B\n>*c*</B>\n'],
  ['a tag in a quotation that has several lines', 'mdx', '> a <B\n> c="d" />e\n'],
  ['an attribute with a backslash', 'mdx', 'a <B c="\\" />d\n'],
  ['an attribute of several lines', 'mdx', '<A b="\nc" />\n'],
  ['an attribute in a line that is in no list', 'mdx', '- <A\nb="c">\n\n  d\n\n  </A>\n'],
  ['a note in a list', 'md', 'a[^1]\n\n- [^1]: b\n'],
  ['a note in a link', 'md', '[a[^1]](b)\n\n[^1]: c\n'],
  ['a note of several lines', 'md', 'a[^1]\n\n[^1]: b\nc\n'],
  ['quotations in each other', 'md', '> > a\n>\n'],
  ['a quotation in a list in a quotation', 'md', '> a\n>- > b\n>\n'],
  ['an item with nothing', 'md', '- a\n-\n'],
  ['a heading of several lines', 'mdx', 'a<b>\n  -   \n</b>c\n'],
  ['a task that begins with code', 'md', '- [x] `a`\n'],
  ['elements across stress', 'mdx', '__<b>__</b>\n'],
  ['a note in the text of a picture', 'md', 'a[^1] ![b[^1]](c.png)\n\n[^1]: d\n'],
  ['a task in the next line', 'md', '-\n  [x] a\n'],
  ['three signs in a row', 'md', 'a***_* b\n'],
  ['two signs of which one is escaped', 'md', '\\**a**\n'],
  ['two kinds of signs', 'md', '**a*_\n'],
  ['a sign before an emoji', 'md', '__a__😀\n'],
  ['a sign behind an emoji', 'md', '*a😀*b\n'],
  ['a backslash at the end of a line', 'md', '[\\\n](a)\n'],
  ['a bracket at the end of a line', 'md', '- [\n    ![a](b.png)\n'],
  ['a picture with a stressed text', 'md', '![*a*](b.png)\n'],
  ['an address with escapes', 'md', '[a](b\\*c)\n'],
  ['more in each other than anyone types', 'md', `${'- '.repeat(30)}a\n`],
];

describe('a text that both parsers read alike', () => {
  test.each(PLAIN)('has the same tree: %s', (_, format, text) => {
    const tree = plainParse(text, format);
    expect(tree).toBeDefined();
    expect(tree).toEqual(micromarkParse(text, format));
  });

  test.each(OTHER)('is not one with %s', (_, format, text) => {
    expect(plainParse(text, format)).toBeUndefined();
  });

  test('is what most texts of this project are, and the trees of those are the same', () => {
    const files = globSync('{articles,docs,tests/fixtures}/**/*.{md,mdx}');
    const plain = files.filter((file) => {
      const { body } = readFrontMatterSource(readFileSync(file, 'utf8'));
      const format = file.endsWith('x') ? 'mdx' : 'md';
      const tree = plainParse(body, format);
      if (tree) expect(tree, file).toEqual(micromarkParse(body, format));
      return tree !== undefined;
    });
    expect(plain.length).toBeGreaterThan(files.length / 2);
  });
});
