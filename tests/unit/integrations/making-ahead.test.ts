import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleKey, READ, RENDERED } from '../../../src/integrations/article-key.ts';
import { Kept } from '../../../src/integrations/kept.ts';
import { makeAhead } from '../../../src/integrations/making-ahead.ts';
import { makeCopies } from '../../../src/integrations/pictures.ts';
import { Keeper } from '../../../src/integrations/keeper.ts';
import { parseArticleName } from '../../../src/series/article-name.ts';

const ADDRESS = { origin: 'https://example.org', base: '/blog/' };
const TEXT = '# A part\n\n![A field](../articleimages/field.png)\n';
let root = '';
let cache = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ahead-'));
  cache = join(root, 'cache');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const names = (count: number) => Array.from({ length: count }, (_, index) => `articles/llm${index}.md`);

async function lay(count: number): Promise<void> {
  for (const folder of ['articles', 'articleimages']) mkdirSync(join(root, folder), { recursive: true });
  for (const name of names(count)) writeFileSync(join(root, name), TEXT);
  const field = sharp({ create: { width: 900, height: 600, channels: 3, background: '#264' } });
  await field.png({ compressionLevel: 0 }).toFile(join(root, 'articleimages/field.png'));
}

/** How many of the articles are kept as they were read, and as they were rendered. */
function kept(count: number): number[] {
  const articles = names(count).flatMap((name) => parseArticleName(name) ?? []);
  return [READ, RENDERED].map((kind) => {
    const values = new Kept(cache, kind);
    return articles.filter((name) => values.has(articleKey(name, TEXT) ?? '')).length;
  });
}

test('what a build will ask for is made in a process that other requests wait for', async () => {
  await lay(60);
  const first = makeAhead({ root, address: ADDRESS, cache });
  expect(makeAhead({ root: `${root}/`, address: { ...ADDRESS }, cache: `${cache}/` })).toBe(first);
  await first.articles;
  expect(kept(60)).toEqual([60, 60]);
  await first.pictures;
  const copies = { originals: join(root, 'articleimages'), keep: notToBeMade };
  const made = await makeCopies([{ path: 'field.png', size: { width: 900, height: 600 } }], copies);
  expect(made.get('field.png')).toHaveLength(2);
});

const notToBeMade: Keeper['keep'] = (kind, inputs) =>
  new Keeper(cache).keep(kind, inputs, () => Promise.reject(new Error('It is not kept.')));

test('few articles are left to the build', async () => {
  await lay(59);
  await makeAhead({ root, address: ADDRESS, cache }).pictures;
  expect(kept(59)).toEqual([0, 0]);
});

test('few articles that are not kept are left to the build, too', async () => {
  await lay(60);
  await makeAhead({ root, address: ADDRESS, cache }).pictures;
  writeFileSync(join(root, 'articles/llm60.md'), TEXT);
  await makeAhead({ root, address: { ...ADDRESS, base: '/' }, cache }).pictures;
  expect(kept(61)).toEqual([60, 60]);
});

test('where there are no articles, nothing is made', async () => {
  await makeAhead({ root, address: ADDRESS, cache }).pictures;
  expect(kept(1)).toEqual([0, 0]);
});
