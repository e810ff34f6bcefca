import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Keeper } from '../../../src/integrations/keeper.ts';
import { isTakenOver, type OutputFolder, putFile, putMade } from '../../../src/integrations/output-folder.ts';
import { PublishedFiles } from '../../../src/integrations/published-files.ts';

let root: string;
let folder: OutputFolder & { readonly last: string };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'output-folder-'));
  folder = { path: join(root, 'new'), last: join(root, 'last') };
  mkdirSync(folder.path);
  mkdirSync(folder.last);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const made = () => readFileSync(join(folder.path, 'a.txt'), 'utf8');
const last = () => readFileSync(join(folder.last, 'a.txt'), 'utf8');
const isLink = () => statSync(join(folder.path, 'a.txt')).nlink === 2;

test.each(['as it was', Buffer.from('as it was')])(
  'keeps a file that is as it was, with its time',
  (content) => {
    writeFileSync(join(folder.last, 'a.txt'), 'as it was');
    utimesSync(join(folder.last, 'a.txt'), 1, 1);
    putFile(folder, 'a.txt', content);
    expect([made(), isLink()]).toEqual(['as it was', true]);
    expect(statSync(join(folder.path, 'a.txt')).mtimeMs).toBe(1000);
    rmSync(folder.last, { recursive: true });
    expect(made()).toBe('as it was');
  },
);

test.each(['other', 'also new', ''])('writes a file that was another, and leaves that', (before) => {
  writeFileSync(join(folder.last, 'a.txt'), before);
  putFile(folder, 'a.txt', 'is a new');
  expect([made(), last(), isLink()]).toEqual(['is a new', before, false]);
});

test('writes a file where there was a folder, a link or nothing', () => {
  mkdirSync(join(folder.last, 'a.txt'));
  putFile(folder, 'a.txt', 'new');
  expect(made()).toBe('new');
  rmSync(join(folder.last, 'a.txt'), { recursive: true });
  writeFileSync(join(root, 'elsewhere'), 'new');
  symlinkSync(join(root, 'elsewhere'), join(folder.last, 'a.txt'));
  rmSync(join(folder.path, 'a.txt'));
  putFile(folder, 'a.txt', 'new');
  expect([made(), isLink(), statSync(join(root, 'elsewhere')).nlink]).toEqual(['new', false, 1]);
  rmSync(folder.last, { recursive: true });
  putFile({ path: folder.path }, 'b.txt', 'new');
  putFile(folder, 'c.txt', 'new');
  expect(readFileSync(join(folder.path, 'b.txt'), 'utf8')).toBe(
    readFileSync(join(folder.path, 'c.txt'), 'utf8'),
  );
});

test('replaces a file that is there, and leaves alone what it was another name of', () => {
  writeFileSync(join(folder.last, 'a.txt'), 'as it was');
  putFile(folder, 'a.txt', 'as it was');
  putFile(folder, 'a.txt', 'another');
  expect([made(), last()]).toEqual(['another', 'as it was']);
  const { mtimeNs } = statSync(join(folder.last, 'a.txt'), { bigint: true });
  putFile(folder, 'a.txt', 'as it was');
  putFile(folder, 'a.txt', 'as it was');
  expect([made(), isLink()]).toEqual(['as it was', true]);
  expect(statSync(join(folder.last, 'a.txt'), { bigint: true }).mtimeNs).toBe(mtimeNs);
});

test('writes a file where there was a file instead of its folder', () => {
  writeFileSync(join(folder.last, 'a'), 'a file');
  mkdirSync(join(folder.path, 'a'));
  putFile(folder, 'a/b.txt', 'new');
  expect(readFileSync(join(folder.path, 'a/b.txt'), 'utf8')).toBe('new');
});

test('writes a file that others may not read as they may the new one', () => {
  writeFileSync(join(folder.last, 'a.txt'), 'as it was', { mode: 0o600 });
  putFile(folder, 'a.txt', 'as it was');
  expect([made(), isLink()]).toEqual(['as it was', false]);
});

/** The folder of a build that remembers what the last one has published: `a.txt`, made of `this`. */
function remembering(): OutputFolder {
  const published = () => new PublishedFiles(new Keeper(join(root, 'cache')), folder.last);
  writeFileSync(join(folder.last, 'a.txt'), 'as it was');
  const last = published();
  last.note('a.txt', 'this');
  last.keep(folder.last, ['a.txt']);
  return { ...folder, published: published() };
}

const notToBeMade = () => Promise.reject(new Error('It is there.'));
const other = () => Buffer.from('other');

test('keeps a file that would be made of the same, and does not make it', async () => {
  const site = remembering();
  await putMade(site, 'a.txt', { made: 'this', content: notToBeMade });
  expect([made(), isLink(), site.published?.made.get('a.txt')]).toEqual(['as it was', true, 'this']);
});

test.each<[string, string, () => void]>([
  ['of something else', 'that', () => undefined],
  ['of the same, but was changed since', 'this', () => writeFileSync(join(folder.last, 'a.txt'), 'changed')],
  ['of the same, but is gone', 'this', () => rmSync(join(folder.last, 'a.txt'))],
])('makes a file that was made %s', async (_how, of, change) => {
  const site = remembering();
  change();
  expect(isTakenOver(site, 'a.txt', of)).toBe(false);
  await putMade(site, 'a.txt', { made: of, content: other });
  expect([made(), isLink(), site.published?.made.get('a.txt')]).toEqual(['other', false, of]);
});

test('makes a file where nothing is remembered', async () => {
  writeFileSync(join(folder.last, 'a.txt'), 'as it was');
  await putMade(folder, 'a.txt', { made: 'this', content: other });
  expect(made()).toBe('other');
});

test('copies a file that would be made of the same, where it cannot be another name of it', async () => {
  const site = remembering();
  chmodSync(join(folder.last, 'a.txt'), 0o600);
  await putMade(site, 'a.txt', { made: 'this', content: notToBeMade });
  expect([made(), isLink()]).toEqual(['as it was', false]);
  writeFileSync(join(folder.path, 'new.txt'), '');
  expect(statSync(join(folder.path, 'a.txt')).mode).toBe(statSync(join(folder.path, 'new.txt')).mode);
});
