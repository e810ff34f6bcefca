import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { madeHash } from '../../../src/integrations/finished-key.ts';
import { Keeper } from '../../../src/integrations/keeper.ts';
import { PageQueue } from '../../../src/integrations/page-queue.ts';
import { keepNothing } from '../../support/keep-nothing.ts';

const SITE = { address: { origin: 'https://example.org', base: '/blog/' }, keep: keepNothing };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'finish-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, body: string): void {
  writeFileSync(join(folder, name), `<!doctype html><html><head></head><body>${body}</body></html>`);
}

const finished = (name: string) =>
  readFileSync(join(folder, name), 'utf8').includes('Content-Security-Policy');

test('gives of a page what it is made into elsewhere', async () => {
  write('a.html', '<h1 id="a">A <em>b</em></h1><article class="prose"><a href="/blog/b/">b</a></article>');
  const queue = new PageQueue({ path: folder }, SITE);
  queue.add('a.html');
  const page = await queue.page('a.html');
  expect(page?.heading).toEqual({ id: 'a', html: 'A <em>b</em>' });
  expect(page?.article).toBe('<a href="https://example.org/blog/b/">b</a>');
  expect(readFileSync(join(folder, 'a.html'), 'utf8')).toContain('<a href="b/index.html">b</a>');
});

test('gives a page before the next is begun', async () => {
  for (const name of ['a.html', 'b.html']) write(name, name);
  const queue = new PageQueue({ path: folder }, SITE);
  const ended = queue.end(['a.html', 'b.html']);
  await queue.page('a.html');
  expect([finished('a.html'), finished('b.html')]).toEqual([true, false]);
  await queue.page('b.html');
  expect(finished('b.html')).toBe(true);
  await ended;
});

test('finishes pages while others are still to be written, each once', async () => {
  write('b.html', 'b');
  const queue = new PageQueue({ path: folder }, SITE);
  const waiting = queue.page('a.html');
  queue.add('b.html');
  expect((await queue.page('b.html'))?.article).toBeUndefined();
  write('a.html', '<article class="prose">a</article>');
  await queue.end(['a.html', 'b.html']);
  expect((await waiting)?.article).toBe('a');
  expect(readFileSync(join(folder, 'b.html'), 'utf8').match(/Content-Security-Policy/g)).toHaveLength(1);
});

test('gives nothing for a page that is not there in the end', async () => {
  const queue = new PageQueue({ path: folder }, SITE);
  const waiting = queue.page('missing.html');
  await queue.end([]);
  expect(await waiting).toBeUndefined();
});

test('tells of a page that cannot be finished to those who wait for it, and finishes the others', async () => {
  write('b.html', 'b');
  const queue = new PageQueue({ path: folder }, SITE);
  await queue.end(['missing.html', 'b.html']);
  await expect(queue.page('missing.html')).rejects.toThrow('ENOENT');
  expect((await queue.page('b.html'))?.facts.titles).toBe(0);
});

test('writes a page that nobody has written, in a folder of its own, once it is finished', async () => {
  const html = '<!doctype html><html><head></head><body><article class="prose">a</article></body></html>';
  const queue = new PageQueue({ path: folder }, SITE);
  queue.add('a/index.html', Buffer.from(html));
  expect([...queue.names]).toEqual(['a/index.html']);
  expect((await queue.page('a/index.html'))?.article).toBe('a');
  expect(finished('a/index.html')).toBe(true);
});

test('writes a page that was finished before, of which it is told only what it was made of', async () => {
  const html = Buffer.from('<!doctype html><html><head></head><body><h1>A</h1></body></html>');
  const site = { ...SITE, keep: new Keeper(join(folder, 'cache')).keep };
  const [first, again] = [new PageQueue({ path: folder }, site), new PageQueue({ path: folder }, site)];
  first.add('a/index.html', html);
  const page = await first.page('a/index.html');
  const written = readFileSync(join(folder, 'a/index.html'), 'utf8');
  rmSync(join(folder, 'a/index.html'));
  again.add('a/index.html', madeHash(html));
  expect(await again.page('a/index.html')).toEqual(page);
  expect(readFileSync(join(folder, 'a/index.html'), 'utf8')).toBe(written);
});

test('tells of a page that should have been finished before, and is lost', async () => {
  const queue = new PageQueue({ path: folder }, SITE);
  queue.add('a/index.html', 'abc');
  const why = 'What was kept of `a/index.html` is lost. Build again.';
  await expect(queue.page('a/index.html')).rejects.toThrow(why);
});
