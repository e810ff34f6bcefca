import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { slugKey } from '../../../src/integrations/article-key.ts';
import { Kept } from '../../../src/integrations/kept.ts';
import { RenderedArticles } from '../../../src/integrations/rendered-articles.ts';
import { articleRenderer, type ArticleSource } from '../../../src/markdown/render-article.ts';
import { type PictureSource, surroundingsIn } from '../../../src/markdown/surroundings.ts';
import { parseArticleName } from '../../../src/series/article-name.ts';
import type { Size } from '../../../src/series/picture-size.ts';
import { projectOf } from '../../support/articles.ts';

let cache = '';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'rendered-'));
});

afterEach(() => {
  rmSync(cache, { recursive: true });
});

const TEXT = `# One

To [the next](./llm2), [the same](./llm2#part "t"), [its picture](../articleimages/cat.png) and [out](https://example.org).

<a data-title="mine" href="./llm2">Raw</a>

![A cat](../articleimages/cat.png)
`;
const name = parseArticleName('articles/llm1.md');
if (!name) throw new Error('It is no article.');
const ONE: ArticleSource = { name, text: TEXT };

interface Other {
  readonly title?: string;
  readonly size?: Size;
  readonly sources?: readonly PictureSource[];
}

function surroundings({ title = 'Two', sources = [], size }: Other = {}) {
  const project = projectOf({
    articles: { 'llm1.md': TEXT, 'llm2.md': `# ${title}\n\n## Part\n\nIt's **"here"** & there.\n` },
  });
  const pictures = new Map([['cat.png', { path: 'cat.png', size }]]);
  return surroundingsIn({ ...project, pictures }, { base: '/blog/', sourcesOf: () => sources });
}

async function shown(other?: Other): Promise<string> {
  const filled = await new RenderedArticles(cache, surroundings(other)).of(ONE);
  return filled?.rendered.nodes.join('') ?? '';
}

/** What renderings were kept, in which order: one that is kept again goes to the end. */
function keptRows(): readonly unknown[] {
  return new DatabaseSync(join(cache, 'rendered.db')).prepare('SELECT rowid, key FROM kept').all();
}

test.each(['Two', 'A "quoted" & <b>bold</b> one', "It's $& `so`"])(
  'shows of the articles that it links to what the plugins show: %s',
  async (title) => {
    const surroundingsOf = surroundings({ title });
    const direct = await articleRenderer()(ONE, surroundingsOf(ONE.name.slug));
    const html = await shown({ title });
    expect(html).toBe(direct?.nodes.join(''));
    expect(html.match(/ data-summary="/g)).toHaveLength(3);
  },
);

test('another title of an article that it links to is shown in what was rendered before', async () => {
  await shown();
  const before = keptRows();
  const html = await shown({ title: 'Second' });
  expect(html).toContain('data-title="Second"');
  expect(html).not.toContain('\u0001');
  expect(keptRows()).toEqual(before);
});

test('copies of its pictures are shown in what was rendered before', async () => {
  const sources = [{ address: '/blog/_astro/cat.640.webp', type: 'image/webp', width: 640 }];
  expect(await shown()).not.toContain('srcset');
  const before = keptRows();
  const html = await shown({ sources });
  expect(html).toContain('srcset="/blog/_astro/cat.640.webp 640w"');
  const direct = await articleRenderer()(ONE, surroundings({ sources })(ONE.name.slug));
  expect(html).toBe(direct?.nodes.join(''));
  expect(await shown()).not.toContain('<picture');
  expect(keptRows()).toEqual(before);
});

test('another size of a picture is another rendering', async () => {
  expect(await shown()).not.toContain('width=');
  expect(await shown({ size: { width: 80, height: 60 } })).toContain('width="80"');
  expect(await shown()).not.toContain('width=');
});

test('two texts of an article that are rendered at once have each asked what it shows', async () => {
  const rendered = new RenderedArticles(cache, surroundings());
  const texts = [TEXT, '# One\n\n[Out](https://example.org)\n', TEXT.replaceAll('#part', '')];
  const filled = await Promise.all(texts.map((text) => rendered.of({ name, text })));
  const asked = filled.map((one) => new Set(one?.asked.map(({ of: [address] }) => address)));
  expect(asked.map((addresses) => addresses.has('./llm2'))).toEqual([true, false, true]);
  expect(asked.map((addresses) => addresses.has('./llm2#part'))).toEqual([true, false, false]);
});

describe('an article that computes something', () => {
  const two = parseArticleName('articles/llm3.mdx');
  if (!two) throw new Error('It is no article.');
  const computing = (text: string) => ({ name: two, text: `# Three\n\n${text}\n` });

  test('is taken apart once: links stay open in what is not computed', async () => {
    const article = computing('To [the next](./llm2).\n\n{1 + 1}');
    const articles = new RenderedArticles(cache, surroundings());
    expect(await articles.frame(article)).toMatchObject({ titleHtml: 'Three', titleId: 'three' });
    const before = keptRows();
    expect(before).toHaveLength(1);
    const later = new RenderedArticles(cache, surroundings({ title: 'Second' }));
    expect((await later.of(article))?.rendered.nodes.join('')).toContain('data-title="Second"');
    expect(await later.frame(article)).toBeDefined();
    expect(keptRows()).toEqual(before);
  });

  test('is compiled as a whole where a link is around what is computed', async () => {
    const article = computing('To [number {1 + 1}](./llm2).');
    const articles = new RenderedArticles(cache, surroundings());
    expect(await articles.of(article)).toBeUndefined();
    expect(await articles.frame(article)).toBeUndefined();
    expect(keptRows()).toHaveLength(1);
  });
});

describe('what a page was told of others', () => {
  /** The answers to all that was asked for it, in surroundings. */
  async function answers(other: Other, now: Other = other): Promise<string> {
    const filled = await new RenderedArticles(cache, surroundings(other)).of(ONE);
    const later = new RenderedArticles(cache, surroundings(now));
    return JSON.stringify(later.answers('llm1', filled?.asked ?? []));
  }

  test('is the same whether it was rendered or was kept', async () => {
    const first = await answers({});
    expect(first).toContain('/blog/llm2/#part');
    expect(await answers({})).toBe(first);
  });

  test.each<[string, Other]>([
    ['title of an article that it links to', { title: 'Second' }],
    ['size of a picture', { size: { width: 80, height: 60 } }],
    [
      'set of copies of a picture',
      { sources: [{ address: '/blog/_astro/cat.640.webp', type: 'image/webp', width: 640 }] },
    ],
  ])('is something else with another %s', async (_what, other) => {
    expect(await answers({}, other)).not.toBe(await answers({}));
  });
});

describe('blocks of code', () => {
  const CODE = '```js\nconst one = 1;\n```\n';
  const rendered = async (text: string) => {
    const filled = await new RenderedArticles(cache, surroundings()).of({ name, text });
    return filled?.rendered.nodes.join('') ?? '';
  };
  const blocks = () => new Kept<Map<string, string>>(cache, 'code').find(slugKey('llm1') ?? '');

  test('are written as they were in the rendering before', async () => {
    await rendered(`# One\n\n${CODE}`);
    const [[key = '', html = ''] = []] = blocks() ?? [];
    expect(html).toMatch(/^<div class="code-block">.*<pre.*const/);
    new Kept<Map<string, string>>(cache, 'code').keep(slugKey('llm1') ?? '', new Map([[key, '<p>kept</p>']]));
    expect(await rendered(`# One\n\nMore.\n\n${CODE}`)).toContain('<p>More.</p>\n<p>kept</p>');
  });

  test('of the last rendering are kept, and no others', async () => {
    await rendered(`# One\n\n${CODE}`);
    await rendered(`# One\n\n${CODE.replace('one', 'two')}`);
    expect([...(blocks()?.keys() ?? [])].join()).not.toContain('one');
    expect(blocks()?.size).toBe(1);
  });
});
