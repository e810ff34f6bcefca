import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleanStaging, isRunning, publishStaging, stagingFolder } from '../../../src/integrations/staging.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'staging-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function folder(name: string, content = name): void {
  mkdirSync(join(root, name));
  writeFileSync(join(root, name, 'index.html'), content);
}

const content = (name: string) => readFileSync(join(root, name, 'index.html'), 'utf8');
const output = () => join(root, 'dist');

test('puts a build in the place of the one before', () => {
  folder('dist', 'old');
  folder('.dist-7', 'new');
  publishStaging(stagingFolder(output(), 7), output());
  expect(readdirSync(root)).toEqual(['dist']);
  expect(content('dist')).toBe('new');
});

test('publishes a first build', () => {
  folder('.dist-7', 'new');
  publishStaging(stagingFolder(output(), 7), output());
  expect(content('dist')).toBe('new');
});

test('removes what ended builds left, and nothing else', () => {
  for (const name of ['dist', '.dist-7', '.dist-8', '.dist-7-old', '.dist-notes', '.district']) folder(name);
  cleanStaging(output(), (id) => id === 8);
  expect(readdirSync(root).toSorted()).toEqual(['.dist-8', '.dist-notes', '.district', 'dist']);
});

test('puts back the site that a build had moved aside when it was ended', () => {
  folder('.dist-7-old', 'old');
  folder('.dist-7', 'new');
  cleanStaging(output(), () => false);
  expect(readdirSync(root)).toEqual(['dist']);
  expect(content('dist')).toBe('old');
});

test('does nothing where there is nothing yet', () => {
  cleanStaging(join(root, 'none', 'dist'), () => false);
  expect(readdirSync(root)).toEqual([]);
});

test('knows which processes run, this one apart', () => {
  expect(isRunning(process.ppid)).toBe(true);
  expect(isRunning(process.pid)).toBe(false);
  expect(isRunning(2 ** 22 + 1)).toBe(false);
});

test('stays whole where the new build cannot take its place', () => {
  folder('dist', 'old');
  expect(() => {
    publishStaging(stagingFolder(output(), 7), output());
  }).toThrow(/ENOENT/);
  expect(readdirSync(root)).toEqual(['dist']);
  expect(content('dist')).toBe('old');
});

test.runIf(process.platform !== 'win32')('a build that was made read-only is replaced', () => {
  folder('dist', 'old');
  mkdirSync(join(root, 'dist/sub'));
  writeFileSync(join(root, 'dist/sub/file'), 'x');
  chmodSync(join(root, 'dist/sub'), 0o500);
  chmodSync(join(root, 'dist'), 0o500);
  folder('.dist-7', 'new');
  const unprivileged = process.getuid?.() === 0;
  // Nothing is read-only to the superuser.
  if (unprivileged) {
    chmodSync(root, 0o777);
    chownAll(root, 65_534);
    process.seteuid?.(65_534);
  }
  try {
    publishStaging(stagingFolder(output(), 7), output());
  } finally {
    if (unprivileged) process.seteuid?.(0);
  }
  expect(readdirSync(root)).toEqual(['dist']);
  expect(content('dist')).toBe('new');
});

test('many builds that publish at once leave one of them whole, and nothing else', async () => {
  folder('dist', 'old');
  const module = join(import.meta.dirname, '../../../src/integrations/staging.ts');
  const code = `
    const { publishStaging, stagingFolder } = await import(process.argv[1]);
    const { mkdirSync, writeFileSync } = await import('node:fs');
    const [output] = process.argv.slice(2);
    for (let turn = 0; turn < 40; turn++) {
      const staging = stagingFolder(output, process.pid);
      mkdirSync(staging);
      writeFileSync(staging + '/index.html', 'whole');
      publishStaging(staging, output);
    }`;
  const ends = Array.from({ length: 3 }, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code, module, output()]);
    let told = '';
    child.stderr.on('data', (data: Buffer) => (told += data.toString()));
    const [exitCode] = (await once(child, 'close')) as [number | null];
    return [exitCode, told];
  });
  expect(await Promise.all(ends)).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ]);
  expect(readdirSync(root)).toEqual(['dist']);
  expect(content('dist')).toBe('whole');
});

function chownAll(path: string, owner: number): void {
  for (const name of ['', ...readdirSync(path, { recursive: true, encoding: 'utf8' })])
    chownSync(join(path, name), owner, owner);
}
