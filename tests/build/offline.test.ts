import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';

let site: FixtureSite;

beforeAll(async () => {
  site = await FixtureSite.make('offline-modes', {
    'articles/llm0.md': '# The series\n',
    'articles/llm1.md': '# Part one\n',
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
});

async function build(environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { code, output } = await site.build(environment);
  expect(code, output).toBe(0);
  return site.files('dist').filter((file) => /^(sw\.js|offline\/.*\.html)$/.test(file));
}

function pageScript(): string {
  const name = site.files('dist').find((file) => /^_astro\/.*\.js$/.test(file)) ?? '';
  return site.read(`dist/${name}`);
}

test('the worker is light, and has the same version for the same articles', async () => {
  expect(await build({})).toEqual(['offline/index.html', 'sw.js']);
  const worker = site.read('dist/sw.js');
  expect(worker).not.toContain('%VERSION%');
  expect(brotliCompressSync(worker).length).toBeLessThan(1_200);
  expect(pageScript()).toContain('sw.js');
  await build({});
  expect(site.read('dist/sw.js')).toBe(worker);
});

test('the worker has another version when a word changes', async () => {
  const worker = site.read('dist/sw.js');
  site.write('articles/llm1.md', '# Part one\n\nA word.\n');
  await build({});
  expect(site.read('dist/sw.js')).not.toBe(worker);
});

test('`kill` publishes a worker that only leaves, and no page starts it', async () => {
  expect(await build({ OFFLINE: 'kill' })).toEqual(['sw.js']);
  expect(site.read('dist/sw.js')).toContain('unregister');
  expect(pageScript()).not.toContain('sw.js');
});

test('`off` publishes none', async () => {
  expect(await build({ OFFLINE: 'off' })).toEqual([]);
  expect(pageScript()).not.toContain('sw.js');
});

test('another word for a mode ends the build', async () => {
  const { code, output } = await site.build({ OFFLINE: 'maybe' });
  expect(code).toBe(1);
  expect(output).toContain('OFFLINE is `maybe`; it must be `on`, `off` or `kill`.');
});
