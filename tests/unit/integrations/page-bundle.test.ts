import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageBundle } from '../../../src/integrations/page-bundle.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** What Astro writes into a folder, as far as it differs from one build to the next. */
function bundle(name: string, { code = 'page()', key = 'a+/=', file = 'chunks/page.mjs' } = {}) {
  const folder = join(root, name);
  mkdirSync(join(folder, '.prerender/chunks'), { recursive: true });
  const manifest = { outDir: `${pathToFileURL(folder).href}/`, key, base: '/blog/' };
  writeFileSync(join(folder, '.prerender/entry.mjs'), `manifest(${JSON.stringify(manifest)})`);
  writeFileSync(join(folder, '.prerender', file), code);
  return pageBundle(folder);
}

test('the same code in another folder, with another key for islands, is the same', () => {
  expect(bundle('.dist-1')).toMatch(/^[\da-f]{64}$/);
  expect(bundle('.dist-23 ü', { key: 'b' })).toBe(bundle('.dist-1'));
});

test.each([{ code: 'other()' }, { file: 'chunks/other.mjs' }])('%j is something else', (other) => {
  expect(bundle('.dist-2', other)).not.toBe(bundle('.dist-1'));
});

test('where Astro has written nothing, nothing is known', () => {
  expect(pageBundle(root)).toBeUndefined();
});
