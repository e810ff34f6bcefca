import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ProjectReader } from '../../../src/integrations/project-reader.ts';
import { readArticles } from '../../../src/integrations/read-articles.ts';
import {
  type AheadTask,
  isWorthThreads,
  readAhead,
  taken,
  type ThreadTask,
} from '../../../src/integrations/reading-ahead.ts';
import { RenderedArticles } from '../../../src/integrations/rendered-articles.ts';
import { TOOLCHAIN } from '../../../src/integrations/toolchain.ts';
import { readArticle } from '../../../src/markdown/read-article.ts';
import { type Surroundings, surroundingsIn } from '../../../src/markdown/surroundings.ts';

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
  return { root, articles: project.articles, project, base: '/', sources: new Map(), cache };
}

function threadTask(code: string | undefined): ThreadTask {
  return { ...task(), code, next: new Int32Array(new SharedArrayBuffer(4)) };
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(join(cache, folder));
  } catch {
    return [];
  }
}

/** Surroundings that must not be asked to render anything. */
function renderedIn(surroundingsOf: (slug: string) => Surroundings): RenderedArticles {
  return new RenderedArticles(cache, surroundingsOf);
}

test('threads read and render all articles into the cache, as they are where they are asked for', async () => {
  await readAhead(task());
  expect(filesOf('articles')).toHaveLength(4);
  // The text that cannot be parsed has nothing to be rendered.
  expect(filesOf('rendered')).toHaveLength(3);
  const before = filesOf('rendered').concat(filesOf('articles'));
  const { project } = reader().read();
  const surroundingsOf = surroundingsIn(project, { base: '/', sourcesOf: () => [] });
  for (const name of project.articles) {
    const text = TEXTS[name.file.replace('articles/', '')] ?? '';
    const bytes = new TextEncoder().encode(text);
    expect(readArticles([{ name, bytes }], cache)).toStrictEqual([readArticle(name, bytes)]);
    const fresh = new RenderedArticles(join(root, 'other'), surroundingsOf);
    expect(await renderedIn(surroundingsOf).of({ name, text })).toStrictEqual(await fresh.of({ name, text }));
  }
  // Only what could not be rendered ahead was tried again.
  expect(filesOf('rendered').concat(filesOf('articles'))).toEqual(expect.arrayContaining(before));
  expect(filesOf('rendered')).toHaveLength(4);
});

test('a thread of other code takes nothing', async () => {
  const workerData = threadTask('other code');
  const thread = new Worker(new URL('../../../src/integrations/reading-ahead-thread.ts', import.meta.url), {
    workerData,
  });
  await new Promise((done, fail) => thread.on('exit', done).on('error', fail));
  expect(filesOf('articles')).toEqual([]);
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

describe('threads', () => {
  test.each([
    [59, false],
    [60, true],
  ])('for %d articles pay: %s', (articles, expected) => {
    expect(isWorthThreads(articles)).toBe(expected);
  });
});
