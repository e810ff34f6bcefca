import { linkSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Keeper } from '../../../src/integrations/keeper.ts';
import { PublishedFiles } from '../../../src/integrations/published-files.ts';

let root = '';
let dist = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'published-'));
  dist = join(root, 'dist');
  mkdirSync(dist);
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const files = (output = dist) => new PublishedFiles(new Keeper(join(root, 'cache')), output);
const file = () => join(dist, 'a.html');
const isAsMade = (made = 'of this') => files().isAsMade('a.html', made);

/** A build that has published a file. */
function publish(text = 'a page'): void {
  writeFileSync(file(), text);
  const published = files();
  published.note('a.html', 'of this');
  published.hashOf(dist, 'a.html');
  published.keep(dist, ['a.html', 'gone.html']);
}

test('a file that the last build made of the same is as it was', () => {
  expect(isAsMade()).toBe(false);
  publish();
  expect(isAsMade()).toBe(true);
  expect(isAsMade('of that')).toBe(false);
  expect(files(join(root, 'other')).isAsMade('a.html', 'of this')).toBe(false);
  expect(files().isAsMade('gone.html', 'of this')).toBe(false);
});

test('a file that is not said to be made of anything is never as it was made', () => {
  writeFileSync(file(), 'a page');
  files().keep(dist, ['a.html']);
  expect(files().isAsMade('a.html', '')).toBe(false);
});

test.each<[string, () => void]>([
  ['removed', () => rmSync(file())],
  ['longer', () => writeFileSync(file(), 'a page and more')],
  ['written over with as much', () => (writeFileSync(file(), 'A PAGE'), utimesSync(file(), 1, 2))],
  ['replaced', () => (rmSync(file()), writeFileSync(file(), 'a page'), utimesSync(file(), 1, 2))],
])('a file that was %s since is not', (_how, change) => {
  publish();
  change();
  expect(isAsMade()).toBe(false);
});

test('the hash of a file is that of its content, known for another name of a file of the last build', () => {
  publish();
  const next = join(root, 'next');
  mkdirSync(next);
  linkSync(file(), join(next, 'a.html'));
  writeFileSync(join(next, 'b.html'), 'a page');
  writeFileSync(join(next, 'c.html'), 'another');
  const [a, b, c] = ['a.html', 'b.html', 'c.html'].map((name) => files().hashOf(next, name));
  expect([a, c]).toEqual([b, expect.not.stringMatching(b ?? '')]);
  expect(a).toMatch(/^[\da-f]{64}$/);
});
