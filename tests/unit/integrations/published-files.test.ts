import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

test('a file whose folder is a file now is not', () => {
  publish();
  const published = files();
  published.note('a/b.html', 'of this');
  mkdirSync(join(dist, 'a'));
  writeFileSync(join(dist, 'a/b.html'), 'a page');
  published.keep(dist, ['a/b.html']);
  rmSync(join(dist, 'a'), { recursive: true });
  writeFileSync(join(dist, 'a'), 'a file');
  expect(files().isAsMade('a/b.html', 'of this')).toBe(false);
});

test('a file of another size or number is not, whatever its time', () => {
  publish();
  const { atime, mtime } = statSync(file());
  utimesSync(file(), atime, mtime);
  const published = files();
  published.note('a.html', 'of this');
  published.keep(dist, ['a.html']);
  // Written while the first is there, it has another number.
  writeFileSync(join(dist, 'b.html'), 'A PAGE');
  renameSync(file(), join(dist, 'c.html'));
  renameSync(join(dist, 'b.html'), file());
  utimesSync(file(), atime, mtime);
  expect(isAsMade()).toBe(false);
  renameSync(join(dist, 'c.html'), file());
  expect(isAsMade()).toBe(true);
  writeFileSync(file(), 'a page and more');
  utimesSync(file(), atime, mtime);
  expect(isAsMade()).toBe(false);
});

describe('the hash of a file', () => {
  let next = '';
  beforeEach(() => {
    next = join(root, 'next');
    mkdirSync(next);
    publish();
  });

  test('is that of its content', () => {
    const names = ['a.html', 'b.html', 'c.html'];
    for (const name of names) writeFileSync(join(next, name), name === 'c.html' ? 'another' : 'a page');
    const [a, b, c] = names.map((name) => files().hashOf(next, name));
    expect([a, c]).toEqual([b, expect.not.stringMatching(b ?? '')]);
    expect(a).toMatch(/^[\da-f]{64}$/);
  });

  test('is known of another name of a file of the last build, and of no other file', () => {
    const known = { stamp: stamp(), made: undefined, hash: 'known' };
    new Keeper(join(root, 'cache')).set('published', [dist], new Map([['a.html', known]]));
    linkSync(file(), join(next, 'a.html'));
    expect(files().hashOf(next, 'a.html')).toBe('known');
    rmSync(join(next, 'a.html'));
    writeFileSync(join(next, 'a.html'), 'a page');
    utimesSync(join(next, 'a.html'), 1, 1);
    expect(files().hashOf(next, 'a.html')).not.toBe('known');
  });

  function stamp(): string {
    const { ino, size, mtimeMs } = statSync(file());
    return `${ino} ${size} ${mtimeMs}`;
  }
});
