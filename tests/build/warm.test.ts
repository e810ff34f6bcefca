import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';
import { ProjectCopy } from '../support/project-copy.ts';

const CODE = '```js\nconst a = 1;\n```\n';

/** Articles that show something of each other, one of which the bundler compiles. */
const FILES = {
  'articles/llm0.md': '# Index\n\nAbout it.\n',
  'articles/llm1.md': `# One\n\nWhat comes [next](./llm2#part).\n\n![A field](../articleimages/field.png)\n\n${CODE}`,
  'articles/llm2.mdx': '# Two\n\n## Part\n\n<Tabs>\n<Tab title="A">\nSome text.\n</Tab>\n</Tabs>\n',
  'articles/llm3.mdx': "import Note from '../notes/note.astro'\n\n# Three\n\n<Note />\n\n[back](./llm1)\n",
  'notes/note.astro': '<p>A note.</p>\n',
  'articleimages/field.png': { width: 800, height: 400 },
  'public/favicon.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>',
};

let site: FixtureSite;

/** How many pages of articles the last build has made, and how many are as they were. */
let counted = '';

/** What a build publishes: the hash of each file. */
async function published(site: FixtureSite): Promise<Record<string, string>> {
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  counted = /Pages of articles: (.*)\./.exec(output)?.[1] ?? '';
  const hash = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(site.root, 'dist', file)))
      .digest('hex');
  return Object.fromEntries(site.files('dist').map((file) => [file, hash(file)]));
}

function forget(site: FixtureSite): void {
  for (const folder of ['node_modules/.astro', '.astro']) site.remove(folder);
}

beforeAll(async () => {
  site = await FixtureSite.make('warm', FILES);
  await published(site);
});

/** What is changed, and how many pages have to be made for it: that of a compiled article always. */
const CHANGES: readonly (readonly [string, string, () => void])[] = [
  ['nothing', '1 made, 3 as they were', () => undefined],
  [
    'a text',
    '2 made, 2 as they were',
    () => site.write('articles/llm1.md', `${site.read('articles/llm1.md')}\nOne more sentence.\n`),
  ],
  [
    'a text beside what is computed',
    '1 made, 3 as they were',
    () => site.write('articles/llm3.mdx', `${site.read('articles/llm3.mdx')}\nOne more sentence.\n`),
  ],
  [
    'a title that other pages show',
    '4 made, 0 as they were',
    () => site.write('articles/llm2.mdx', site.read('articles/llm2.mdx').replace('# Two', '# Second')),
  ],
  ['a picture', '2 made, 2 as they were', () => site.write('articleimages/field.png', PIXEL)],
  [
    'a component of one article',
    '4 made, 0 as they were',
    () => site.write('notes/note.astro', '<p>Another note.</p>\n'),
  ],
  [
    'the name of an article',
    '4 made, 0 as they were',
    () => {
      site.write('articles/llm4.md', site.read('articles/llm1.md'));
      site.remove('articles/llm1.md');
      site.write('articles/llm3.mdx', site.read('articles/llm3.mdx').replace('./llm1', './llm4'));
    },
  ],
];

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test.each(CHANGES)(
  'a build after a change of %s is that of a build with nothing kept',
  async (_what, pages, change) => {
    change();
    const warm = await published(site);
    expect(counted).toBe(pages);
    forget(site);
    expect(await published(site)).toEqual(warm);
  },
);

test.each<[string, string, (text: string) => string]>([
  ['component', 'components/PartNavigation.astro', (text) => text.replace('Next part', 'What follows')],
  ['style', 'styles/series.css', (text) => `${text}\n.part-next { opacity: 0.5; }\n`],
  ['layout', 'layouts/SeriesLayout.astro', (text) => text.replace('View as Markdown', 'As Markdown')],
])(
  'a build after a change of a %s of the site is that of a build with nothing kept',
  async (name, file, edit) => {
    const copy = await ProjectCopy.copy(`warm-${name}`, FILES);
    const before = await published(copy);
    copy.write(`src/${file}`, edit(copy.read(`src/${file}`)));
    const warm = await published(copy);
    expect([counted, warm['llm1/index.html']]).toEqual([
      '4 made, 0 as they were',
      expect.not.stringMatching(before['llm1/index.html'] ?? ''),
    ]);
    forget(copy);
    expect(await published(copy)).toEqual(warm);
  },
);

test('a build that is started by another command makes no more pages', async () => {
  await published(site);
  const { output } = await site.build({ _: '/usr/bin/another' });
  expect(output).toContain('Pages of articles: 1 made, 3 as they were.');
});

test('what was changed in the published folder is put right', async () => {
  const before = await published(site);
  const files = site.files('dist');
  for (const name of [
    'llm2/index.html',
    'llm0/index.html.br',
    'sw.js',
    files.find((file) => file.includes('.card.')),
  ]) {
    site.write(`dist/${name ?? ''}`, 'changed');
  }
  for (const name of ['llm0/index.html', 'llm2/index.html.gz', 'index.html']) site.remove(`dist/${name}`);
  expect(await published(site)).toEqual(before);
});

test('a page that is kept and damaged is made again', async () => {
  const before = await published(site);
  const cache = join(site.root, 'node_modules/.astro/pages.db');
  const database = new DatabaseSync(cache);
  database.exec('UPDATE kept SET content = zeroblob(length(content))');
  database.close();
  expect(await published(site)).toEqual(before);
  expect(counted).toBe('4 made, 0 as they were');
});

test('a build after a change of a package is that of a build with nothing kept', async () => {
  const copy = await ProjectCopy.copy('warm-copy', FILES);
  const before = await published(copy);
  copy.install('rehype-autolink-headings', 'lib/index.js', (text) =>
    text.replace("href: '#' + node.properties.id", "$&, dataVersion: 'new'"),
  );
  const warm = await published(copy);
  expect(warm['llm2/index.html']).not.toBe(before['llm2/index.html']);
  forget(copy);
  expect(await published(copy)).toEqual(warm);
});
