import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { makeCopies } from '../../../src/integrations/pictures.ts';

const root = mkdtempSync(join(tmpdir(), 'pictures-'));
const folders = { originals: root, cache: join(root, 'cache') };
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
  return (await makeCopies([{ path: name, size }], folders)).get(name) ?? [];
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

test('makes a copy that is missing as it made it with the others', async () => {
  const bytes = await (await picture(1600, 900)).jpeg().toBuffer();
  const [small] = await copiesOf('again.jpg', bytes, { width: 1600, height: 900 });
  if (!small) throw new Error('There is no copy.');
  const before = readFileSync(small.path);
  rmSync(small.path);
  await copiesOf('again.jpg', bytes, { width: 1600, height: 900 });
  expect(readFileSync(small.path).equals(before)).toBe(true);
});

test.each<[string, 3 | 4, (picture: Sharp) => Sharp]>([
  ['grey.png', 3, (one) => one.greyscale().png()],
  ['clear.png', 4, (one) => one.png()],
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
