import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
