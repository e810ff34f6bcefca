import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishPages } from '../../../src/integrations/finish-pages.ts';
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

test('gives of a page what it is made into elsewhere', async () => {
  write('a.html', '<h1 id="a">A <em>b</em></h1><article class="prose"><a href="/blog/b/">b</a></article>');
  const page = await finishPages(folder, ['a.html'], SITE).get('a.html');
  expect(page?.heading).toEqual({ id: 'a', html: 'A <em>b</em>' });
  expect(page?.article).toBe('<a href="https://example.org/blog/b/">b</a>');
  expect(readFileSync(join(folder, 'a.html'), 'utf8')).toContain('<a href="b/index.html">b</a>');
});

test('gives a page before the next is begun', async () => {
  write('a.html', 'a');
  write('b.html', 'b');
  const pages = finishPages(folder, ['a.html', 'b.html'], SITE);
  await pages.get('a.html');
  expect(readFileSync(join(folder, 'a.html'), 'utf8')).toContain('Content-Security-Policy');
  expect(readFileSync(join(folder, 'b.html'), 'utf8')).not.toContain('Content-Security-Policy');
  await pages.get('b.html');
  expect(readFileSync(join(folder, 'b.html'), 'utf8')).toContain('Content-Security-Policy');
});

test('tells of a page that cannot be finished to those who wait for it, and finishes the others', async () => {
  write('b.html', 'b');
  const pages = finishPages(folder, ['missing.html', 'b.html'], SITE);
  await expect(pages.get('missing.html')).rejects.toThrow('ENOENT');
  expect((await pages.get('b.html'))?.facts.titles).toBe(0);
});
