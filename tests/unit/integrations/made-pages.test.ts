import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ArticleRendering } from '../../../src/integrations/article-rendering.ts';
import { keptPage } from '../../../src/integrations/finish-pages.ts';
import {
  articlePageName,
  finishedFrom,
  finishedStamp,
  madeHash,
} from '../../../src/integrations/finished-key.ts';
import { Keeper } from '../../../src/integrations/keeper.ts';
import { MadePages } from '../../../src/integrations/made-pages.ts';
import { ProjectReader } from '../../../src/integrations/project-reader.ts';
import { PublishedFiles } from '../../../src/integrations/published-files.ts';
import { publish } from '../../../src/series/published.ts';
import type { Shown } from '../../../src/shown.ts';

const ADDRESS = { origin: 'https://example.org', base: '/blog/' };
const HTML = Buffer.from('<!doctype html><html><head></head><body><h1>One</h1></body></html>');
const ARTICLES = {
  llm0: '# Index\n\nAbout it.\n',
  llm1: '# One\n\nSee [the next](./llm2#part).\n',
  llm2: '# Two\n\n## Part\n\nA sentence.\n',
  llm3: '# Three\n\nAnother sentence.\n',
};
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'made-'));
  mkdirSync(join(root, 'articles'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

type Given = Partial<Record<keyof typeof ARTICLES, string>> & {
  readonly bundle?: string;
  readonly base?: string;
  readonly shown?: Partial<Shown>;
};

/** The pages of a run, and how its articles are rendered. */
function run({ bundle = 'code', base = '/blog/', shown: other, ...articles }: Given = {}) {
  const texts = { ...ARTICLES, ...articles };
  for (const [slug, text] of Object.entries(texts)) writeFileSync(join(root, `articles/${slug}.mdx`), text);
  const address = { ...ADDRESS, base };
  const state = new ProjectReader(root, address).read();
  const rendering = new ArticleRendering({ root, base, state, drafts: false }, join(root, 'cache'));
  const { project, problems } = state;
  const shown: Shown = {
    articles: publish(project, { drafts: false, history: new Map(), problems }),
    books: { epub: false, pdf: false },
    shareImages: {},
    ...other,
  };
  const keeper = new Keeper(join(root, 'cache'));
  const pages = new MadePages({
    keeper,
    published: new PublishedFiles(keeper, join(root, 'dist')),
    address,
    bundle: bundle === '' ? undefined : bundle,
    shown,
    rendering,
  });
  return { pages, rendering, keeper };
}

/** Makes the page of llm1, and finishes it. */
async function make(given: Given = {}, edited?: string): Promise<void> {
  const { pages, rendering, keeper } = run(given);
  const page = pages.of('llm1');
  if (edited !== undefined) writeFileSync(join(root, 'articles/llm1.mdx'), edited);
  const { asked = [], key } = (await rendering.render('llm1')) ?? {};
  await keptPage(articlePageName('llm1'), HTML, { address: ADDRESS, keep: keeper.keep });
  page.keep({ made: madeHash(HTML), markdown: 'As Markdown.', asked }, key);
}

const found = (given: Given = {}) => run(given).pages.of('llm1').known;

test('a page is found while all that it shows is as it was', async () => {
  expect(found()).toBeUndefined();
  await make();
  expect(found()).toMatchObject({ made: madeHash(HTML), markdown: 'As Markdown.' });
});

test.each<[string, Given]>([
  ['text of another article', { llm3: '# Three\n\nMuch more.\n\nAnd more.\n' }],
  ['text of an article that it links to, below what it shows of it', { llm2: `${ARTICLES.llm2}\nMore.\n` }],
])('another %s leaves a page as it was', async (_what, given) => {
  await make();
  expect(found(given)?.markdown).toBe('As Markdown.');
});

test.each<[string, Given]>([
  ['text', { llm1: `${ARTICLES.llm1}\nOne more.\n` }],
  ['title of another article', { llm3: ARTICLES.llm3.replace('Three', 'Third') }],
  ['summary of an article that it links to', { llm2: ARTICLES.llm2.replace('A sentence.', 'Some words.') }],
  ['article that links to it', { llm3: `${ARTICLES.llm3}\n[One](./llm1)\n` }],
  [
    'picture that stands for it',
    { shown: { shareImages: { 'llm1/': { path: 'a.png', size: undefined, alternative: '' } } } },
  ],
  ['set of books', { shown: { books: { epub: true, pdf: false } } }],
  ['code that makes pages', { bundle: 'other' }],
  ['address', { base: '/' }],
])('another %s makes another page', async (_what, given) => {
  await make();
  expect(found(given)).toBeUndefined();
});

test('a page of an article that was saved while its page was made is not kept', async () => {
  await make({}, `${ARTICLES.llm1}\nOne more.\n`);
  expect(found()).toBeUndefined();
});

test('where the code that makes pages is not known, nothing is kept', async () => {
  await make({ bundle: '' });
  expect(found({ bundle: '' })).toBeUndefined();
  expect(found()).toBeUndefined();
});

test('a page whose article the bundler compiles is not kept', async () => {
  await make({ llm1: '# One\n\n{1 + 1}\n' });
  expect(found({ llm1: '# One\n\n{1 + 1}\n' })).toBeUndefined();
});

const DAMAGE = ['DELETE FROM kept', 'UPDATE kept SET content = zeroblob(100)'];

test.each(DAMAGE.flatMap((damage) => ['pages', 'html'].map((kind) => [damage, kind] as const)))(
  'a page that is not kept whole as it was finished is made again: %s in %s',
  async (damage, kind) => {
    await make();
    new DatabaseSync(join(root, `cache/${kind}.db`)).exec(damage);
    expect(found()).toBeUndefined();
  },
);

test('the HTML of a page that is published as it was finished need not be kept', async () => {
  await make();
  const dist = join(root, 'dist');
  mkdirSync(join(dist, 'llm1'), { recursive: true });
  writeFileSync(join(dist, 'llm1/index.html'), 'as finished');
  const published = new PublishedFiles(new Keeper(join(root, 'cache')), dist);
  const name = articlePageName('llm1');
  published.note(name, finishedStamp(finishedFrom(name, madeHash(HTML), ADDRESS)));
  published.keep(dist, [name]);
  const html = new DatabaseSync(join(root, 'cache/html.db'));
  html.exec('UPDATE kept SET used = 1');
  const { pages, keeper } = run();
  pages.of('llm1');
  keeper.prune();
  expect(html.prepare('SELECT used > 1 AS isInUse FROM kept').all()).toEqual([{ isInUse: 1 }]);
  html.exec('DELETE FROM kept');
  expect(found()?.markdown).toBe('As Markdown.');
  writeFileSync(join(dist, 'llm1/index.html'), 'changed');
  expect(found()).toBeUndefined();
});
