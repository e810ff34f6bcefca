import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';
import { attribute, Page } from '../support/page.ts';

const PROJECT = join(import.meta.dirname, '../..');
let site: FixtureSite;

beforeAll(async () => {
  const folders = ['articles', 'articleimages', 'public'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(PROJECT, folder)).map(
      (name) => [`${folder}/${name}`, readFileSync(join(PROJECT, folder, name))] as const,
    ),
  );
  site = await FixtureSite.make('weight', Object.fromEntries(files));
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});

const brotli = (path: string) => brotliCompressSync(site.read(`dist/${path}`)).length;

test.each(['index.html', 'llm0/index.html', 'llm1/index.html', '404.html'])(
  '%s comes in one round trip, with the styles that it is painted with',
  (path) => {
    expect(brotli(path)).toBeLessThan(14_000);
    const page = new Page(site.read(`dist/${path}`));
    const blocking = page.find('link').filter((link) => attribute(link, 'rel') === 'stylesheet');
    expect(blocking).toEqual([]);
  },
);

test('all scripts of a part together weigh less than 4 kB, and none stands in the way', () => {
  const page = new Page(site.read('dist/llm1/index.html'));
  const scripts = page.find('script');
  const files = scripts.flatMap((script) => attribute(script, 'src') ?? []);
  expect(files.length).toBeGreaterThan(0);
  const sum = files.reduce((total, file) => total + brotli(file.replace('../', '')), 0);
  expect(sum).toBeLessThan(4_096);
  for (const script of scripts.filter((one) => attribute(one, 'src') !== undefined)) {
    expect(attribute(script, 'defer')).toBe('');
  }
});
