import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptPage } from '../../../src/integrations/finish-pages.ts';
import {
  finishAhead,
  type FinishingTask,
  type FinishingThreadTask,
  leftFromEnd,
} from '../../../src/integrations/finishing-ahead.ts';
import { Keeper } from '../../../src/integrations/keeper.ts';
import { PageQueue } from '../../../src/integrations/page-queue.ts';
import { keepNothing } from '../../support/keep-nothing.ts';

const ADDRESS = { origin: 'https://example.org', base: '/blog/' };
const NAMES = Array.from({ length: 260 }, (_, index) => `page${index}.html`);
let root = '';
let folder = '';
let cache = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'finishing-'));
  [folder, cache] = [join(root, 'site'), join(root, 'cache')];
  mkdirSync(folder);
  NAMES.forEach((name, index) => {
    const article = `<article class="prose"><a href="/blog/page${index + 1}/">Page ${index}</a></article>`;
    writeFileSync(join(folder, name), `<!doctype html><html><head></head><body>${article}</body></html>`);
  });
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function task(): FinishingTask {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  return { folder, names: NAMES, made: new Map(), address: ADDRESS, cache, begun };
}

const bytesOf = (name: string) => readFileSync(join(folder, name));

/** Which pages are kept, as they are now. */
async function kept(): Promise<readonly string[]> {
  const { keep } = new Keeper(cache);
  const pages = await Promise.all(NAMES.map(async (name) => ((await isNew(name, keep)) ? [] : [name])));
  return pages.flat();
}

async function isNew(name: string, keep: Keeper['keep']): Promise<boolean> {
  return (await keptPage(name, bytesOf(name), { address: ADDRESS, keep })).isNew;
}

async function finishedBy(queue: PageQueue) {
  await queue.end(NAMES);
  return Promise.all(NAMES.map((name) => queue.page(name)));
}

test('many pages are the same with the help of another thread', async () => {
  const before = NAMES.map(bytesOf);
  const pages = await finishedBy(
    new PageQueue({ path: folder }, { address: ADDRESS, keep: new Keeper(cache).keep, cache }),
  );
  const written = NAMES.map(bytesOf);
  NAMES.forEach((name, index) => writeFileSync(join(folder, name), before[index] ?? ''));
  expect(pages).toEqual(
    await finishedBy(new PageQueue({ path: folder }, { address: ADDRESS, keep: keepNothing })),
  );
  expect(written).toEqual(NAMES.map(bytesOf));
});

/** Of 260: somewhat more than the last half of them. */
const LAST = NAMES.slice(104);

test('another thread finishes pages into the cache, as many as it can come to', async () => {
  await finishAhead(task());
  expect(await kept()).toEqual(LAST);
});

test('another thread finishes pages of those that are left', async () => {
  const begun = task();
  Atomics.store(begun.begun, 0, 60);
  await finishAhead(begun);
  expect(await kept()).toEqual(NAMES.slice(140));
});

test('another thread finishes pages that are not written', async () => {
  const made = new Map(NAMES.map((name) => [name, bytesOf(name)]));
  for (const name of NAMES) rmSync(join(folder, name));
  await finishAhead({ ...task(), made });
  // What is given to the thread is a copy.
  for (const [name, html] of made) writeFileSync(join(folder, name), html);
  expect(await kept()).toEqual(LAST);
});

test('pages that are not written are the same with the help of another thread', async () => {
  const made = new Map(NAMES.map((name) => [name, bytesOf(name)]));
  const pages = await finishedBy(new PageQueue({ path: folder }, { address: ADDRESS, keep: keepNothing }));
  const written = NAMES.map(bytesOf);
  for (const name of NAMES) rmSync(join(folder, name));
  const { keep } = new Keeper(cache);
  const queue = new PageQueue({ path: folder }, { address: ADDRESS, keep, cache });
  for (const [name, html] of made) queue.add(name, html);
  expect(await finishedBy(queue)).toEqual(pages);
  expect(NAMES.map(bytesOf)).toEqual(written);
});

test('pages that were finished before are no work for another thread', async () => {
  const isOld = (name: string) => NAMES.indexOf(name) % 13 === 0;
  const made = new Map(NAMES.map((name) => [name, isOld(name) ? 'abc' : bytesOf(name)]));
  for (const name of NAMES) rmSync(join(folder, name));
  await finishAhead({ ...task(), made });
  for (const [name, html] of made) if (typeof html !== 'string') writeFileSync(join(folder, name), html);
  for (const name of NAMES.filter(isOld)) writeFileSync(join(folder, name), 'old');
  expect(await kept()).toEqual(NAMES.filter((name) => !isOld(name)).slice(-144));
});

test('another thread is given as many that are new, wherever they are', async () => {
  const isNew = (name: string) => NAMES.indexOf(name) < 210;
  const made = new Map(NAMES.map((name) => [name, isNew(name) ? bytesOf(name) : 'abc']));
  for (const name of NAMES) rmSync(join(folder, name));
  await finishAhead({ ...task(), made });
  for (const name of NAMES) writeFileSync(join(folder, name), made.get(name) ?? '');
  expect(await kept()).toEqual(NAMES.slice(84, 210));
});

test('few pages that were not finished before are left to one thread', async () => {
  const made = new Map(NAMES.slice(0, 61).map((name) => [name, 'abc']));
  await finishAhead({ ...task(), made });
  expect(await kept()).toEqual([]);
});

test('few pages are left to one thread', async () => {
  const few = task();
  Atomics.store(few.begun, 0, 61);
  await finishAhead(few);
  expect(await kept()).toEqual([]);
});

test('a thread of other code finishes nothing', async () => {
  const workerData: FinishingThreadTask = { ...task(), made: new Map(), first: 0, code: 'other code' };
  const script = new URL('../../../src/integrations/finishing-ahead-thread.ts', import.meta.url);
  const thread = new Worker(script, { workerData });
  await new Promise((done, fail) => thread.on('exit', done).on('error', fail));
  expect(await kept()).toEqual([]);
});

test('another thread ends where this one has come to', () => {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const left = leftFromEnd({ names: ['a', 'b', 'c', 'd'], begun, first: 0 });
  Atomics.store(begun, 0, 1);
  const first = [left.next().value, left.next().value];
  Atomics.store(begun, 0, 2);
  expect([...first, left.next().done]).toEqual(['d', 'c', true]);
});

test('another thread ends at the first page that it was given', () => {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  expect([...leftFromEnd({ names: ['a', 'b', 'c', 'd'], begun, first: 2 })]).toEqual(['d', 'c']);
});
