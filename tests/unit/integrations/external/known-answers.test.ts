import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KnownAnswers } from '../../../../src/integrations/external/known-answers.ts';
import type { Answer } from '../../../../src/series/external-links.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = 1_000 * DAY;
let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'answers-'));
  path = join(folder, 'deep/answers.json');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const keep = (answers: Readonly<Record<string, Answer>>, now = NOW) => {
  new KnownAnswers(path, now).keep(new Map(Object.entries(answers)), now);
};

test('good answers are kept for a week, bad ones are not', () => {
  keep({
    a: { kind: 'there' },
    b: { kind: 'moved', to: 'c' },
    d: { kind: 'dead', why: 'x' },
    e: { kind: 'silent', why: 'x' },
  });
  const soon = new KnownAnswers(path, NOW + 6 * DAY);
  expect(['a', 'b', 'd', 'e', 'constructor'].map((url) => soon.of(url))).toEqual([
    { kind: 'there' },
    { kind: 'moved', to: 'c' },
    undefined,
    undefined,
    undefined,
  ]);
  expect(new KnownAnswers(path, NOW + 8 * DAY).of('a')).toBeUndefined();
  expect(new KnownAnswers(path, NOW - DAY).of('a')).toBeUndefined();
});

test('answers of several runs are kept together', () => {
  keep({ a: { kind: 'there' } });
  keep({ b: { kind: 'there' } }, NOW + DAY);
  expect(new KnownAnswers(path, NOW + 2 * DAY).of('a')).toEqual({ kind: 'there' });
});

test.each([
  '',
  'nonsense',
  '[]',
  '{"version":2,"answers":{}}',
  '{"version":1,"answers":{"a":{"asked":"x"}}}',
])('a file with %j counts as empty', (text) => {
  keep({ a: { kind: 'there' } });
  writeFileSync(path, text);
  expect(new KnownAnswers(path, NOW).of('a')).toBeUndefined();
});

test('nothing is kept where nothing can be written', () => {
  writeFileSync(join(folder, 'deep'), 'a file');
  keep({ a: { kind: 'there' } });
  expect(existsSync(path)).toBe(false);
});
