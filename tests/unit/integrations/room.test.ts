import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRoom } from '../../../src/integrations/room.ts';

let base = '';
let root = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'room-'));
  root = join(base, 'project');
  write('public/a.txt');
  write('../project-secret/passwd');
});

afterEach(() => {
  rmSync(base, { recursive: true });
});

function write(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), 'x');
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

test('has its files, all but the hidden ones', () => {
  for (const path of ['public/b/c d#%?.txt', 'public/.hidden', 'public/.well-known/x']) write(path);
  expect(readRoom(root, 'public')).toEqual({ files: ['a.txt', 'b/c d#%?.txt'], links: [] });
});

test('may be missing, or be no folder', () => {
  write('articles');
  expect(readRoom(root, 'articles')).toEqual({ files: [], links: [] });
  expect(readRoom(root, 'articleimages')).toEqual({ files: [], links: [] });
});

test('has links to files of the project', () => {
  write('notes/b.txt');
  link('public/b.txt', '../notes/b.txt');
  expect(readRoom(root, 'public')).toEqual({ files: ['a.txt', 'b.txt'], links: [] });
});

test.each([
  ['a file elsewhere', '/etc/passwd', 'outside'],
  [
    'a file beside the project, whose name begins with that of the project',
    '../../project-secret/passwd',
    'outside',
  ],
  ['a folder elsewhere', '/etc', 'outside'],
  ['a folder of the project', '../public', 'folder'],
  ['itself', 'link', 'nowhere'],
  ['nothing', 'nothing.txt', 'nowhere'],
  ['a device', '/dev/null', 'outside'],
] as const)('does not follow a link to %s', (_what, target, leads) => {
  link('public/link', target);
  expect(readRoom(root, 'public')).toEqual({ files: ['a.txt'], links: [{ file: 'public/link', leads }] });
});

test('does not follow a link by way of another', () => {
  link('notes/link', '/etc/passwd');
  link('public/link', '../notes/link');
  expect(readRoom(root, 'public').links).toEqual([{ file: 'public/link', leads: 'outside' }]);
});

test('tells hidden links in public/ only: an editor has some of its own beside what it edits', () => {
  link('public/.link', '/etc/passwd');
  link('articles/.#a.md', 'author@machine.1:2');
  expect(readRoom(root, 'public').links).toEqual([{ file: 'public/.link', leads: 'outside' }]);
  expect(readRoom(root, 'articles')).toEqual({ files: [], links: [] });
});

test.each([
  ['/etc', [], [{ file: 'articles', leads: 'outside' }]],
  ['public/a.txt', [], [{ file: 'articles', leads: 'nowhere' }]],
  ['../project-secret', [], [{ file: 'articles', leads: 'outside' }]],
  ['public', ['a.txt'], []],
] as const)('that is itself a link to %s has %j', (target, files, links) => {
  link('articles', target);
  expect(readRoom(root, 'articles')).toEqual({ files, links });
});

test('is the same where the project is reached by a link', () => {
  write('notes/b.txt');
  link('public/b.txt', '../notes/b.txt');
  symlinkSync(root, join(base, 'elsewhere'));
  expect(readRoom(join(base, 'elsewhere'), 'public')).toEqual({ files: ['a.txt', 'b.txt'], links: [] });
});
