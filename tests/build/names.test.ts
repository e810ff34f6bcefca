import { expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';

const FIELD = { width: 900, height: 600 };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** Names that file systems take, and addresses or shells do not, each without its extension. */
const NAMES = [
  'a b',
  'c#d',
  'e%41',
  'f?g',
  '👩‍💻',
  'e\u0301',
  "q'r",
  's&t',
  '<u>',
  'v[w]',
  'x'.repeat(250),
  'あ'.repeat(83),
];
const SLUGS = ['été', 'x'.repeat(150), 'あ'.repeat(50), '_a.b-c'];

test('a site is built of files with any name that its file system takes', async () => {
  const links = NAMES.map(encodeURIComponent).flatMap((name) => [
    `![A field](<../articleimages/${name}.png>)`,
    `[file](</${name}.txt>)`,
  ]);
  const site = await FixtureSite.make('names', {
    'articles/a.md': ['# A', ...links, ...SLUGS.map((slug) => `[b](./${slug})`)].join('\n\n'),
    ...Object.fromEntries(SLUGS.map((slug) => [`articles/${slug}.md`, '# B\n\n[a](./a)\n'])),
    ...Object.fromEntries(NAMES.map((name) => [`articleimages/${name}.png`, FIELD])),
    ...Object.fromEntries(NAMES.map((name) => [`public/${name}.txt`, 'x'.repeat(2000)])),
    'public/favicon.svg': SVG,
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  const files = site.files('dist');
  for (const slug of SLUGS) expect(files).toContain(`${slug}/index.html`);
  for (const name of NAMES)
    expect(files).toEqual(expect.arrayContaining([`articleimages/${name}.png`, `${name}.txt`]));
});
