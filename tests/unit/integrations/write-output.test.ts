import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutputFile } from '../../../src/outputs/output.ts';
import { writeFiles } from '../../../src/integrations/write-output.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const publicFile = (path: string) => (existsSync(join(folder, path)) ? Buffer.from(read(path)) : undefined);
const write = (file: OutputFile, ownFile = publicFile) =>
  writeFiles({ path: folder }, [file], { publicFile: ownFile });

test('writes a file where there is none, in a folder of its own', () => {
  expect(write({ path: 'a/b.txt', content: 'made' })).toEqual([]);
  expect(read('a/b.txt')).toBe('made');
});

test('leaves the author’s own file where it may stand for what the site makes', () => {
  writeFileSync(join(folder, 'robots.txt'), 'own');
  const file = { path: 'robots.txt', content: 'made', mayBeReplaced: true };
  expect(write(file)).toEqual([]);
  expect(read('robots.txt')).toBe('own');
});

test('tells of any other file of the author’s, and leaves it', () => {
  writeFileSync(join(folder, 'sitemap.xml'), 'own');
  expect(write({ path: 'sitemap.xml', content: 'made' })).toEqual([
    'public/sitemap.xml: the site has a `sitemap.xml` of its own; give this file another name.',
  ]);
  expect(read('sitemap.xml')).toBe('own');
});

test.each([true, false])('never overwrites what the site itself has published', (mayBeReplaced) => {
  writeFileSync(join(folder, 'index.html'), 'page');
  const file = { path: 'index.html', content: 'made', mayBeReplaced };
  expect(write(file, () => undefined)).toEqual(['index.html: two things are published under this name.']);
  expect(read('index.html')).toBe('page');
});
