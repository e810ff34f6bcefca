import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Kept, keyOf } from '../../../src/integrations/kept.ts';

const DAY = 24 * 60 * 60 * 1000;
const KEY = keyOf('a');

let root = '';
let folder = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-'));
  folder = join(root, 'deep/folder');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const kept = () => new Kept<object>(folder, 'values');
const run = (sql: string, ...values: (string | number | Uint8Array)[]) =>
  new DatabaseSync(join(folder, 'values.db')).prepare(sql).all(...values);
const keys = () => run('SELECT key FROM kept').map(({ key }) => key);

describe('a value', () => {
  test('comes back in a later run as it was', () => {
    const value = { set: new Set(['a']), none: undefined, list: [{ text: 'ü' }] };
    kept().keep(KEY, value);
    expect(kept().find(KEY)).toStrictEqual(value);
    expect(keys()).toEqual([KEY]);
  });

  test('is not there before it is kept', () => {
    expect(kept().find(KEY)).toBeUndefined();
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, -1)],
    ['empty', () => Buffer.alloc(0)],
    ['changed by one bit', (bytes) => Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))],
    ['something else', () => Buffer.from('something else that is longer than any seal')],
  ])('whose bytes are %s counts as missing', (_how, damage) => {
    kept().keep(KEY, { text: 'a' });
    const [row] = run('SELECT content FROM kept');
    run('UPDATE kept SET content = ?', damage(Buffer.from(row?.['content'] as Uint8Array)));
    expect(kept().isWhole(KEY)).toBe(false);
    expect(kept().find(KEY)).toBeUndefined();
    kept().keep(KEY, { text: 'b' });
    expect(kept().isWhole(KEY)).toBe(true);
    expect(kept().find(KEY)).toEqual({ text: 'b' });
  });

  test('under the name of another counts as missing', () => {
    kept().keep(KEY, { text: 'a' });
    run('UPDATE kept SET key = ?', keyOf('b'));
    expect(kept().find(keyOf('b'))).toBeUndefined();
  });

  test('is not kept where nothing can be written', () => {
    writeFileSync(join(root, 'deep'), 'a file');
    kept().keep(KEY, {});
    expect(kept().find(KEY)).toBeUndefined();
  });
});

describe('values of many things', () => {
  const values = (things: readonly string[]) => {
    const made: string[][] = [];
    const make = (missing: readonly string[]) => {
      made.push([...missing]);
      return missing.map((text) => ({ text }));
    };
    const found = kept().of(things, { key: (thing) => keyOf(thing), make });
    return { found: found.map((value) => ('text' in value ? value.text : '')), made };
  };

  test('are made at once where they are missing, and come in the order of the things', () => {
    expect(values(['b'])).toEqual({ found: ['b'], made: [['b']] });
    expect(values(['a', 'b', 'c'])).toEqual({ found: ['a', 'b', 'c'], made: [['a', 'c']] });
    expect(values(['c', 'b', 'a'])).toEqual({ found: ['c', 'b', 'a'], made: [] });
  });

  test('are made where nothing can be kept', () => {
    writeFileSync(join(root, 'deep'), 'a file');
    expect(values(['a'])).toEqual({ found: ['a'], made: [['a']] });
  });
});

describe('what no run has used', () => {
  const later = (days: number) => Date.now() + days * DAY;

  test.each([
    [29, [KEY]],
    [31, []],
  ])('for %i days leaves %j', (days, expected) => {
    kept().keep(KEY, {});
    kept().prune(later(days));
    expect(keys()).toEqual(expected);
  });

  test.each<[string, (kept: Kept<object>) => unknown]>([
    ['found', (kept) => kept.find(KEY)],
    ['looked at', (kept) => kept.isWhole(KEY)],
    ['said to be in use', (kept) => kept.use(KEY)],
  ])('is told from what one has %s since', (_how, use) => {
    kept().keep(KEY, {});
    run('UPDATE kept SET used = 0');
    const again = kept();
    use(again);
    again.prune();
    kept().prune(later(29));
    expect(keys()).toEqual([KEY]);
  });

  test('may be nothing at all', () => {
    kept().prune();
    kept().prune();
    expect(keys()).toEqual([]);
  });
});

describe('a key', () => {
  test('is the same for the same things', () => {
    expect(keyOf('a', 'b')).toBe(keyOf('a', new TextEncoder().encode('b')));
  });

  test.each([[['a', 'c']], [['b', 'a']], [['ab']], [['ab', '']], [['', 'ab']], [['a']]])(
    'is another one for %j than for ["a","b"]',
    (inputs) => {
      expect(keyOf(...inputs)).not.toBe(keyOf('a', 'b'));
    },
  );
});
