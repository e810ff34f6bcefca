import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildPictures } from '../../../src/integrations/build-pictures.ts';
import { keepNothing } from '../../support/keep-nothing.ts';

const FIELD = { path: 'field.png', size: { width: 900, height: 600 } };
let root = '';
let pictures: BuildPictures;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'));
  const originals = join(root, 'articleimages');
  mkdirSync(originals);
  const field = sharp({ create: { width: 900, height: 600, channels: 3, background: '#264' } });
  await field.png({ compressionLevel: 0 }).toFile(join(originals, 'field.png'));
  writeFileSync(join(originals, 'broken.png'), 'no picture');
  pictures = new BuildPictures({ originals, keep: keepNothing });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('copies are made once none are being made ahead, and are published with their originals, once', async () => {
  const ahead = Promise.withResolvers<undefined>();
  const order: string[] = [];
  pictures.copy([FIELD], ahead.promise);
  const copied = pictures.copies.then((copies) => (order.push('copied'), copies));
  const output = join(root, 'dist');
  const published = Promise.all([pictures.publish({ path: output }), pictures.publish({ path: output })]);
  order.push('made ahead');
  expect(existsSync(output)).toBe(false);
  ahead.resolve(undefined);
  const copies = await copied;
  expect(order).toEqual(['made ahead', 'copied']);
  expect(copies.get('field.png')?.map(({ width }) => width)).toEqual([704, 900]);
  expect(await published).toEqual([copies, copies]);
  expect(readdirSync(join(output, 'articleimages'))).toEqual(['field.png']);
  expect(readdirSync(join(output, '_astro'))).toHaveLength(2);
});

test('a picture that cannot be read is told to those who wait for the copies', async () => {
  const broken = { path: 'broken.png', size: { width: 900, height: 600 } };
  pictures.copy([broken], Promise.resolve());
  const words = '`articleimages/broken.png` cannot be read as a picture';
  await expect(pictures.copies).rejects.toThrow(words);
  await expect(pictures.publish({ path: join(root, 'dist') })).rejects.toThrow(words);
});

test('without any, nothing is published', async () => {
  expect(await pictures.publish({ path: join(root, 'dist') })).toEqual(new Map());
  expect(readdirSync(join(root, 'dist/_astro'))).toEqual([]);
});
