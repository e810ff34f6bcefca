import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProjectReader } from '../../../src/integrations/project-reader.ts';
import { articleKey, READ, RENDERED } from '../../../src/integrations/article-key.ts';
import { ArticleReader } from '../../../src/integrations/article-reader.ts';
import { threadsFor } from '../../../src/integrations/ahead-threads.ts';
import {
  type AheadTask,
  readAhead,
  readTaken,
  taken,
  type ThreadTask,
} from '../../../src/integrations/reading-ahead.ts';
import { Kept } from '../../../src/integrations/kept.ts';
import { RenderedArticles } from '../../../src/integrations/rendered-articles.ts';
import { TOOLCHAIN } from '../../../src/integrations/toolchain.ts';
import type { ArticleSource } from '../../../src/markdown/render-article.ts';
import { readArticle } from '../../../src/markdown/read-article.ts';
import { type Surroundings, surroundingsIn } from '../../../src/markdown/surroundings.ts';
import { parseArticleName } from '../../../src/series/article-name.ts';

let root = '';
let cache = '';

const TEXTS: Readonly<Record<string, string>> = {
  'llm0.md': '# Index\n\nSee [one](./llm1#part).\n',
  'llm1.mdx': '# One\n\n## Part\n\n![A cat](../articleimages/cat.svg)[^1]\n\n[^1]: Note.\n',
  'llm2.mdx': '# Two\n\n{1 + 1}\n',
  'llm3.mdx': '# Three\n\n<Tabs\n',
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ahead-'));
  cache = join(root, 'cache');
  for (const folder of ['articles', 'articleimages']) mkdirSync(join(root, folder));
  for (const [file, text] of Object.entries(TEXTS)) writeFileSync(join(root, 'articles', file), text);
  writeFileSync(join(root, 'articleimages/cat.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const reader = () => new ProjectReader(root, { origin: '', base: '/' });

function task(): AheadTask {
  const project = reader().outline();
  return { root, articles: project.articles, project, base: '/', cache };
}

function threadTask(code: string | undefined): ThreadTask {
  return { ...task(), code, next: new Int32Array(new SharedArrayBuffer(4)) };
}

const FILES: readonly ArticleSource[] = Object.entries(TEXTS).flatMap(([file, text]) => {
  const name = parseArticleName(`articles/${file}`);
  return name ? [{ name, text }] : [];
});
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Which of the articles are kept as they were read, and as they were rendered. */
function kept() {
  return FILES.map(({ name, text }) =>
    [READ, RENDERED].map((kind) => new Kept(cache, kind).has(articleKey(name, text) ?? '')),
  );
}

function surroundings(): (slug: string) => Surroundings {
  return surroundingsIn(reader().read().project, { base: '/', sourcesOf: () => [] });
}

test.each([
  ['alone', 0],
  ['with other threads', 10_000_000],
])('reads and renders into the cache what is asked for, %s', async (_how, bytes) => {
  await readAhead(task(), bytes);
  // A text that cannot be parsed has nothing to be rendered.
  expect(kept()).toEqual([
    [true, true],
    [true, true],
    [true, true],
    [true, false],
  ]);
  for (const article of FILES) {
    const { name, text } = article;
    const file = { name, bytes: bytesOf(text) };
    expect(new ArticleReader(cache).read([file])).toStrictEqual([readArticle(name, file.bytes)]);
    const fresh = new RenderedArticles(join(root, 'other'), surroundings());
    const ahead = new RenderedArticles(cache, surroundings());
    expect(await ahead.of(article)).toStrictEqual(await fresh.of(article));
  }
});

test('a thread of other code takes nothing', async () => {
  const workerData = threadTask('other code');
  const thread = new Worker(new URL('../../../src/integrations/reading-ahead-thread.ts', import.meta.url), {
    workerData,
  });
  await new Promise((done, fail) => thread.on('exit', done).on('error', fail));
  await readTaken(workerData);
  expect(kept().flat()).not.toContain(true);
  expect(workerData.next[0]).toBe(0);
});

test('each article is taken once', () => {
  const shared = threadTask(TOOLCHAIN);
  const [first, second] = [taken(shared), taken(shared)];
  const order = [first.next(), second.next(), first.next(), second.next(), first.next(), second.next()];
  expect(order.map(({ value }) => (value as { slug: string } | undefined)?.slug)).toEqual([
    'llm0',
    'llm1',
    'llm2',
    'llm3',
    undefined,
    undefined,
  ]);
});

test('more threads take part where there is much to read', () => {
  const processors = Math.min(availableParallelism(), 3);
  const threads = [1_000_000, 2_000_000, 20_000_000].map(threadsFor);
  expect(threads).toEqual([1, Math.min(2, processors), processors]);
});
