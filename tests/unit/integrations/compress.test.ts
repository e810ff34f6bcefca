import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compress } from '../../../src/integrations/compress.ts';
import { Keeper } from '../../../src/integrations/keeper.ts';
import { PublishedFiles } from '../../../src/integrations/published-files.ts';
import type { Keep } from '../../../src/outputs/output.ts';
import { keepNothing } from '../../support/keep-nothing.ts';

let folder: string;
const TEXT = 'What repeats itself becomes light. '.repeat(100);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compress-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ['a short page', 'a.html', TEXT],
  ['a long page', 'b.html', TEXT.repeat(60)],
  ['a script', 'c.js', TEXT],
])('writes lighter copies beside %s', async (_what, name, text) => {
  writeFileSync(join(folder, name), text);
  expect((await compress({ path: folder }, [name], keepNothing)).toSorted()).toEqual([
    `${name}.br`,
    `${name}.gz`,
  ]);
  const [br, gz] = ['br', 'gz'].map((extension) => readFileSync(join(folder, `${name}.${extension}`)));
  expect(brotliDecompressSync(br ?? '').toString()).toBe(text);
  expect(gunzipSync(gz ?? '').toString()).toBe(text);
});

test('leaves alone what is small, no text, or has a name with no room for more', async () => {
  const long = `${'x'.repeat(247)}.html`;
  writeFileSync(join(folder, 'small.html'), 'Small.');
  writeFileSync(join(folder, 'picture.png'), TEXT);
  writeFileSync(join(folder, long), TEXT);
  expect(await compress({ path: folder }, ['small.html', 'picture.png', long], keepNothing)).toEqual([]);
  expect(readdirSync(folder)).toHaveLength(3);
});

test('waits for a file that is still to be written', async () => {
  const later = Promise.withResolvers<string>();
  const copies = compress({ path: folder }, [later.promise], keepNothing);
  writeFileSync(join(folder, 'later.html'), TEXT);
  later.resolve('later.html');
  expect(await copies).toHaveLength(2);
});

test('fails where a file cannot be written, and asks for no more', async () => {
  const asked: number[] = [];
  const files = Array.from({ length: 20 }, (_, index) => index)
    .values()
    .map((index) => {
      asked.push(index);
      return Promise.reject<string>(new Error(`no ${index}`));
    });
  await expect(compress({ path: folder }, files, keepNothing)).rejects.toThrow('no 0');
  expect(asked.length).toBeLessThan(20);
});

test('copies of what is made of the same as in the last build become those of this one', async () => {
  const [last, path] = [join(folder, 'last'), join(folder, 'next')];
  const published = () => new PublishedFiles(new Keeper(join(folder, 'cache')), last);
  const files = published();
  for (const one of [last, path]) mkdirSync(one);
  for (const name of ['a.html', 'b.html']) {
    for (const one of [last, path]) writeFileSync(join(one, name), TEXT);
    files.note(name, `page ${name}`);
  }
  const names = await compress({ path: last, published: files }, ['a.html', 'b.html'], keepNothing);
  files.keep(last, [...names, 'a.html', 'b.html']);
  const next = published();
  next.note('a.html', 'page a.html');
  next.note('b.html', 'another page');
  await compress({ path, last, published: next }, ['a.html', 'b.html'], otherwise);
  const text = (name: string) => brotliDecompressSync(readFileSync(join(path, `${name}.br`))).toString();
  expect([text('a.html'), text('b.html')]).toEqual([TEXT, 'made again']);
});

/** Gives what shows that it was asked. */
const otherwise = (async () => {
  const copy = brotliCompressSync('made again');
  return { br: copy, gz: copy };
}) as unknown as Keep;
