import { expect, test } from 'vitest';
import { planned, renamed } from '../../support/renaming.ts';

const FORMS = [
  ['./llm2', './llm3'],
  ['llm2', 'llm3'],
  ['llm2.md', 'llm3.md'],
  ['./llm2.mdx#two', './llm3.mdx#two'],
  ['./llm2/', './llm3/'],
  ['/llm2/', '/llm3/'],
  ['/llm2?q=llm2#llm2', '/llm3?q=llm2#llm2'],
  ['../articles/llm2.mdx', '../articles/llm3.mdx'],
  ['/articles/llm2.md', '/articles/llm3.md'],
  ['./x/../llm2', './x/../llm3'],
  ['./llm2/../llm2/.', './llm2/../llm3/.'],
  ['%6clm2', 'llm3'],
  ['.%2Fllm2#x', './llm3#x'],
  ['https://site.example/blog/llm2/', 'https://site.example/blog/llm3/'],
  ['./llm2#nowhere', './llm3#nowhere'],
  ['./LLM2', './LLM2'],
  ['#llm2', '#llm2'],
  ['/llm2.pdf', '/llm2.pdf'],
  ['../articleimages/llm2.png', '../articleimages/llm2.png'],
  ['https://other.example/llm2', 'https://other.example/llm2'],
  ['./llm22', './llm22'],
] as const;

const WAYS: readonly (readonly [string, 'md' | 'mdx', (url: string) => string])[] = [
  ['Markdown', 'md', (url) => `[llm2](${url} "llm2") ./llm2`],
  ['angle brackets', 'md', (url) => `[a](<${url}>)`],
  ['a definition', 'md', (url) => `[a]\n\n[a]: ${url}\n  'llm2'`],
  ['HTML', 'md', (url) => `<a title=llm2\n  href='${url}'>./llm2</a>`],
  ['JSX', 'mdx', (url) => `<a href={"${url}"}>./llm2</a> {/* ./llm2 */}`],
];

test.each(WAYS)('keeps the form of each link in %s, and all else byte for byte', (_, format, write) => {
  const text = (column: 0 | 1) =>
    `\uFEFF# Index\r\n\r\n${FORMS.map((form) => write(form[column]).replaceAll('\n', '\r\n')).join('\r\n\r\n')}\r\n\r\n    ./llm2\t\r\n`;
  const articles = { [`llm0.${format}`]: text(0), 'llm2.mdx': '# Two\n' };
  expect(renamed(articles, ['llm2', 'llm3'])[`llm0.${format}`]).toBe(text(1));
});

test('renames an article and leaves its old address to lead on', () => {
  const { files, added, links } = planned(
    { 'llm0.md': '# Index\n', 'llm2.md': '# Two\n\n[me](./llm2#two)\n' },
    ['llm2', 'attention'],
  );
  expect(files).toEqual([
    {
      from: 'articles/llm2.md',
      to: 'articles/attention.md',
      before: '# Two\n\n[me](./llm2#two)\n',
      after: '---\naliases: [llm2]\n---\n\n# Two\n\n[me](./attention#two)\n',
    },
  ]);
  expect(added).toEqual([{ alias: 'llm2', file: 'articles/attention.md' }]);
  expect(links).toBe(1);
});

test('changes all links at once where a part is inserted, and lets no address lead to two', () => {
  const articles = {
    'llm0.md': '[1](./llm1) [2](./llm2) [3](./llm3)\n',
    'llm1.md': '# One\n',
    'llm2.md': '---\naliases: [old]\n---\n# Two\n\n[](llm3.md)\n',
    'llm3.md': '# Three\n',
  };
  const after = renamed(articles, ['llm3', 'llm1']);
  expect(after).toEqual({
    'llm0.md': '[1](./llm2) [2](./llm3) [3](./llm1)\n',
    'llm2.md': '# One\n',
    'llm3.md': '---\naliases: [old]\n---\n# Two\n\n[](llm1.md)\n',
    'llm1.md': '# Three\n',
  });
});

test('leaves an alias where a gap ends the moves, and takes out one that is an address now', () => {
  const articles = {
    'llm0.md': '---\naliases: [llm3]\n---\n# Index\n',
    'llm1.md': '# One\n',
    'llm2.md': '# Two\n',
    'llm9.md': '# Nine\n',
  };
  const { added, removed } = planned(articles, ['llm9', 'llm1']);
  expect(added).toEqual([{ alias: 'llm9', file: 'articles/llm1.md' }]);
  expect(removed).toEqual([{ alias: 'llm3', file: 'articles/llm0.md' }]);
});

test.each([
  ['a draft', { 'llm1.md': '---\ndraft: true\n---\n# One\n' }, 'llm1'],
  ['a name that was no address', { 'my part.md': '# One\n' }, 'my part'],
  ['another case', { 'Llm1.md': '# One\n' }, 'Llm1'],
])('leaves no alias for %s', (_, articles, from) => {
  expect(planned(articles, [from, 'llm1'.replace('1', from === 'Llm1' ? '1' : '2')]).added).toEqual([]);
});

test('rewrites links to a draft, and lists what is wrong only afterwards', () => {
  const articles = { 'llm0.md': '[a](./llm1)', 'llm1.md': '---\ndraft: true\n---\n# One\n' };
  expect(renamed(articles, ['llm1', 'nlp1'])['llm0.md']).toBe('[a](./nlp1)');
  expect(
    planned({ 'llm0.md': '# I\n', 'llm1.md': '# O\n' }, ['llm1', 'nlp1']).problems.map(({ rule }) => rule),
  ).toEqual(['missing-index']);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['an article cannot be parsed', { 'llm0.mdx': '# I {' }, '`articles/llm0.mdx` links to: mend it first'],
  ['an article is imported', { 'llm0.mdx': "import A from './llm1.md'\n\n# I\n" }, 'imports `./llm1.md`'],
])('refuses where %s', (_, others, message) => {
  expect(() => planned({ 'llm1.md': '# One\n', ...others }, ['llm1', 'llm3'])).toThrow(message);
});

test('refuses a name that is taken by a public file, an alias or a device', () => {
  const articles = { 'llm1.md': '# One\n', 'about.md': '---\naliases: [old]\n---\n# A\n' };
  expect(() => planned(articles, ['llm1', 'x'], { files: ['x/index.html'] })).toThrow('public/x/index.html');
  expect(() => planned(articles, ['llm1', 'con'])).toThrow('device');
  expect(planned(articles, ['llm1', 'old']).removed).toEqual([{ alias: 'old', file: 'articles/about.md' }]);
});

test('refuses where the front matter cannot have an alias', () => {
  const articles = { 'llm1.md': '---\n{title: x}\n---\n' };
  expect(() => planned(articles, ['llm1', 'llm3'])).toThrow('cannot be changed: add `llm1` by hand first.');
});

test('keeps how the letters of a link are written', () => {
  const articles = {
    'llm0.md': '[a](./u\u0308ber1) [b](./\u00fcber1) [c](./%C3%BCber1.md) [d](./v1.md)\n',
    '\u00fcber1.md': '# One\n',
    'v1.md': '# V\n',
  };
  expect(renamed(articles, ['\u00fcber1', 'u\u0308ber2'])['llm0.md']).toBe(
    '[a](./u\u0308ber2) [b](./\u00fcber2) [c](./%C3%BCber2.md) [d](./v1.md)\n',
  );
});
