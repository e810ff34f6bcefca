import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ValueStore } from '../../../src/integrations/value-store.ts';

let root = '';
let path = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'store-'));
  path = join(root, 'values.db');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const bytes = (text: string, times = 1) => new TextEncoder().encode(text.repeat(times));

/** Many values in a file that nobody has open. */
function fill(): void {
  new ValueStore(path).set('a', bytes('b'), 0);
  const database = new DatabaseSync(path);
  const set = database.prepare('INSERT INTO kept (key, content, used) VALUES (?, ?, ?)');
  for (let index = 0; index < 100; index += 1) set.run(`key ${index}`, bytes('value ', 5000), 0);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  copyFileSync(path, `${path}.copy`);
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
  renameSync(`${path}.copy`, path);
}

test.each<[string, () => void]>([
  ['empty', () => truncateSync(path)],
  ['something else', () => writeFileSync(path, 'something else '.repeat(5000))],
  ['cut off', () => truncateSync(path, 70_000)],
  [
    'damaged in the middle',
    () => {
      const content = readFileSync(path);
      content.fill(0xff, 16_384, content.length - 16_384);
      writeFileSync(path, content);
    },
  ],
])('a file that is %s is begun anew', (_how, damage) => {
  fill();
  damage();
  const damaged = new ValueStore(path);
  for (let index = 0; index < 100; index += 1) damaged.get(`key ${index}`);
  damaged.set('a', bytes('b'), 0);
  // What was damaged may be found only now; in the next run at the latest, values are kept again.
  const next = new ValueStore(path);
  next.set('a', bytes('b'), 0);
  expect(next.get('a')).toEqual(bytes('b'));
});

test('threads write at once, and nothing is lost', async () => {
  const script = `
    const { workerData } = require('node:worker_threads');
    import(workerData.module).then(({ ValueStore }) => {
      const store = new ValueStore(workerData.path, 60_000);
      for (let index = 0; index < 200; index += 1) store.set(workerData.name + index, Buffer.alloc(20_000), 0);
    });
  `;
  const module = new URL('../../../src/integrations/value-store.ts', import.meta.url).href;
  const threads = ['a', 'b', 'c'].map((name) => {
    const thread = new Worker(script, { eval: true, workerData: { module, path, name } });
    return new Promise((done, fail) => thread.on('exit', done).on('error', fail));
  });
  await Promise.all(threads);
  const store = new ValueStore(path);
  const there = ['a', 'b', 'c'].flatMap((name) =>
    Array.from({ length: 200 }, (_, index) => store.has(`${name}${index}`)),
  );
  expect(there).toHaveLength(600);
  expect(there).not.toContain(false);
});

test('threads that begin a file at the same moment can all use it', async () => {
  const script = `
    const { workerData } = require('node:worker_threads');
    import(workerData.module).then(({ ValueStore }) => {
      const begun = new Int32Array(workerData.begun);
      for (let round = 0; round < workerData.rounds; round += 1) {
        Atomics.add(begun, round, 1);
        while (Atomics.load(begun, round) < workerData.names.length);
        new ValueStore(workerData.path + round, 60_000).set(workerData.name, Buffer.alloc(1), 0);
      }
    });
  `;
  const module = new URL('../../../src/integrations/value-store.ts', import.meta.url).href;
  const [names, rounds] = [['a', 'b', 'c', 'd'], 40];
  const begun = new SharedArrayBuffer(rounds * Int32Array.BYTES_PER_ELEMENT);
  await Promise.all(
    names.map((name) => {
      const thread = new Worker(script, {
        eval: true,
        workerData: { module, path, name, names, rounds, begun },
      });
      return new Promise((done, fail) => thread.on('exit', done).on('error', fail));
    }),
  );
  const lost = Array.from({ length: rounds }, (_, round) => {
    const store = new ValueStore(`${path}${round}`);
    return names.filter((name) => !store.has(name)).map((name) => `${name} in ${round}`);
  });
  expect(lost.flat()).toEqual([]);
});

test('a value that another has while it is written is there before and after', () => {
  const [one, other] = [new ValueStore(path), new ValueStore(path)];
  one.set('a', bytes('first'), 0);
  expect(other.get('a')).toEqual(bytes('first'));
  one.set('a', bytes('second'), 0);
  expect(other.get('a')).toEqual(bytes('second'));
});

test('many values are there at once', () => {
  const store = new ValueStore(path);
  store.set('a', bytes('b'), 0);
  store.setAll(
    [
      ['a', bytes('c')],
      ['b', bytes('d')],
    ],
    0,
  );
  store.setAll([], 0);
  const next = new ValueStore(path);
  expect([next.get('a'), next.get('b')]).toEqual([bytes('c'), bytes('d')]);
});

test('of many values none is there when one of them cannot be had', () => {
  const store = new ValueStore(path);
  store.set('a', bytes('b'), 0);
  const failing = function* (): Generator<[string, Uint8Array]> {
    yield ['c', bytes('d')];
    throw new Error('No more');
  };
  store.setAll(failing(), 0);
  const next = new ValueStore(path);
  expect([next.get('a'), next.get('c')]).toEqual([bytes('b'), undefined]);
});

test('a file with another table is begun anew', () => {
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE kept (name TEXT)');
  other.close();
  const store = new ValueStore(path);
  store.set('a', bytes('b'), 0);
  expect(store.get('a')).toEqual(bytes('b'));
});

test('while another writes for long, nothing is kept, and nothing is lost', () => {
  new ValueStore(path).set('a', bytes('b'), 0);
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  const store = new ValueStore(path, 1);
  store.set('c', bytes('d'), 0);
  new ValueStore(path, 1).setAll([['e', bytes('f')]], 0);
  other.exec('COMMIT');
  const next = new ValueStore(path);
  expect([next.get('a'), next.get('c'), next.get('e')]).toEqual([bytes('b'), undefined, undefined]);
});

test('where there is a folder of its name, nothing is kept', () => {
  mkdirSync(path);
  const store = new ValueStore(path);
  store.set('a', bytes('b'), 0);
  store.prune(['a'], 0, { day: 1, oldest: 1 });
  expect([store.get('a'), store.has('a')]).toEqual([undefined, false]);
});

test.each([1, 'text', 1.5])('what is no bytes in a damaged file, as %j, is not there', (content) => {
  const store = new ValueStore(path);
  store.set('a', bytes('b'), 0);
  const other = new DatabaseSync(path);
  other.prepare('UPDATE kept SET content = ?').run(content);
  other.close();
  expect(store.get('a')).toBeUndefined();
  store.set('a', bytes('c'), 0);
  expect(store.get('a')).toEqual(bytes('c'));
});

test('on the same day, nothing is written of what is in use, whoever else writes', () => {
  const store = new ValueStore(path, 1);
  store.set('a', bytes('b'), 1000);
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  store.prune(['a'], 1500, { day: 1000, oldest: 0 });
  other.exec('COMMIT');
  store.set('c', bytes('d'), 1500);
  expect(store.get('c')).toEqual(bytes('d'));
});

test('what is in use is so again on another day, and what is old and not in use goes', () => {
  const store = new ValueStore(path);
  for (const key of ['a', 'b', 'c']) store.set(key, bytes(key), key === 'c' ? 4000 : 1000);
  store.prune(['a'], 5000, { day: 1000, oldest: 2000 });
  const rows = new DatabaseSync(path).prepare('SELECT key, used FROM kept ORDER BY key').all();
  expect(rows.map(({ key, used }) => [key, used])).toEqual([
    ['a', 5000],
    ['c', 4000],
  ]);
});

test('what is there can be read though nothing can be added', () => {
  const store = new ValueStore(path, 1);
  store.set('a', bytes('b'), 1000);
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  store.set('c', bytes('d'), 1000);
  store.setAll([['e', bytes('f')]], 1000);
  store.prune([], 5000, { day: 1000, oldest: 2000 });
  expect([store.get('a'), store.has('c'), store.has('e')]).toEqual([bytes('b'), false, false]);
  other.exec('COMMIT');
  expect(store.get('a')).toEqual(bytes('b'));
});
