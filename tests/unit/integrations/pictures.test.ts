import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { Keeper } from '../../../src/integrations/keeper.ts';
import { makeCopies, publishPictures } from '../../../src/integrations/pictures.ts';
import { keepNothing } from '../../support/keep-nothing.ts';

const root = mkdtempSync(join(tmpdir(), 'pictures-'));
const output = join(root, 'output');
const kept = { originals: root, keep: new Keeper(join(root, 'cache')).keep };
const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;

afterAll(() => rmSync(root, { recursive: true }));

/** A picture of some detail, in a strong colour, half of which is clear where it has alpha. */
async function picture(width: number, height: number, channels: 3 | 4 = 3): Promise<Sharp> {
  const grain = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .tint('#3f7dd0')
    .png()
    .toBuffer();
  const left = { width: width / 2, height, channels, background: { r: 250, g: 40, b: 20, alpha: 0.5 } };
  const half = await sharp({ create: left }).png().toBuffer();
  const whole = sharp(grain).composite([{ input: half, left: 0, top: 0 }]);
  const made = await whole.png().toBuffer();
  if (channels === 3) return sharp(made);
  return sharp(made)
    .ensureAlpha()
    .composite([{ input: half, left: 0, top: 0, blend: 'dest-out' }]);
}

async function copiesOf(name: string, bytes: Buffer, size: { width: number; height: number }) {
  writeFileSync(join(root, name), bytes);
  const made = await makeCopies([{ path: name, size }], kept);
  await publishPictures(made, kept, { path: output });
  return (made.get(name) ?? []).map((copy) => ({ ...copy, path: join(output, '_astro', copy.name) }));
}

test('makes lighter copies for one and for two device pixels', async () => {
  const bytes = await (await picture(1600, 900)).png().toBuffer();
  const copies = await copiesOf('wide.png', bytes, { width: 1600, height: 900 });
  expect(copies.map(({ name }) => name.replace(/\.[0-9a-f]{8}\./, '.'))).toEqual([
    'wide.704.webp',
    'wide.1408.webp',
  ]);
  const sizes = await Promise.all(copies.map(({ path }) => sharp(path).metadata()));
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [704, 396],
    [1408, 792],
  ]);
});

test('makes the same copies anew, and publishes originals beside them', async () => {
  const bytes = await (await picture(1600, 900)).jpeg().toBuffer();
  const size = { width: 1600, height: 900 };
  const copies = await copiesOf('again.jpg', bytes, size);
  const anew = await makeCopies([{ path: 'again.jpg', size }], { originals: root, keep: keepNothing });
  expect(anew.get('again.jpg')).toEqual(copies.map(({ name, width }) => ({ name, width })));
  expect(readFileSync(join(output, 'articleimages/again.jpg')).equals(bytes)).toBe(true);
});

test('tells of what cannot be read as a picture, and makes copies of the others', async () => {
  const bytes = await (await picture(1600, 900)).png().toBuffer();
  writeFileSync(join(root, 'whole.png'), bytes);
  writeFileSync(join(root, 'cut.png'), bytes.subarray(0, 2000));
  const size = { width: 1600, height: 900 };
  const pictures = ['cut.png', 'whole.png'].map((path) => ({ path, size }));
  const failed: string[] = [];
  const made = await makeCopies(pictures, kept, ({ message }) => failed.push(message));
  expect([...made.keys()]).toEqual(['whole.png']);
  expect(failed).toEqual([expect.stringMatching(/^`articleimages\/cut.png` cannot be read as a picture: /)]);
  await expect(makeCopies(pictures, kept)).rejects.toThrow('cut.png');
});

test.each<[string, 3 | 4, (picture: Sharp) => Sharp]>([
  ['grey.png', 3, (one) => one.greyscale().png()],
  ['clear.png', 4, (one) => one.png()],
  ['opaque.png', 3, (one) => one.ensureAlpha().png()],
  ['deep.png', 4, (one) => one.toColourspace('rgb16').png()],
  ['profile.png', 3, (one) => one.withIccProfile('p3').png()],
  ['print.jpg', 3, (one) => one.toColourspace('cmyk').withIccProfile('cmyk').jpeg()],
  ['turned.jpg', 3, (one) => one.withMetadata({ orientation: 6 }).jpeg()],
])('shows %s in its colours', async (name, channels, write) => {
  const bytes = await write(await picture(1000, 600, channels)).toBuffer();
  const { autoOrient: size } = await sharp(bytes).metadata();
  const copies = await copiesOf(name, bytes, size);
  expect(copies.length).toBeGreaterThan(0);
  for (const { path, width } of copies) {
    const wanted = await sharp(bytes).autoOrient().resize({ width }).ensureAlpha().png().toBuffer();
    expect(await difference(await sharp(path).ensureAlpha().png().toBuffer(), wanted)).toBeLessThan(5);
  }
});

/** How far means of the channels are apart, over each quarter. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const means = async (bytes: Buffer) =>
    [...(await sharp(bytes).resize(2, 2, { kernel: 'linear', fit: 'fill' }).raw().toBuffer())].map(Number);
  const [some, others] = [await means(one), await means(other)];
  expect(some.length).toBe(others.length);
  return Math.max(...some.map((value, index) => Math.abs(value - (others[index] ?? 0))));
}
