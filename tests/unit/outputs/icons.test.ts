import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { icons } from '../../../src/outputs/icons.ts';
import { manifest } from '../../../src/outputs/manifest.ts';
import { builtSite, outputOf } from '../../support/built-site.ts';

const svg = (content: string, attributes = 'viewBox="0 0 32 32"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;
const ROUNDED = svg(
  '<rect width="32" height="32" rx="16" fill="#00f"/><circle cx="16" cy="16" r="6" fill="#f00"/>',
);

const made = (icon: string) => outputOf(icons, builtSite({ publicFiles: { 'favicon.svg': icon } }));

/** Red, green, blue and alpha of a pixel, the place in parts of the width. */
async function pixel(png: Buffer | undefined, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4;
  return [...data.subarray(at, at + 4)];
}

const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];
const NOTHING = [0, 0, 0, 0];

test('draws an icon in each size', async () => {
  const sizes = await Promise.all(
    [...(await made(ROUNDED))]
      .filter(([path]) => path.endsWith('.png'))
      .map(async ([path, png]) => {
        const { width, height } = await sharp(png).metadata();
        return `${path} ${width}x${height}`;
      }),
  );
  expect(sizes).toEqual([
    'icon-192.png 192x192',
    'icon-512.png 512x512',
    'icon-maskable-512.png 512x512',
    'apple-touch-icon.png 180x180',
  ]);
});

test('leaves the corners as they are where nothing is cut, and fills them where it is', async () => {
  const files = await made(ROUNDED);
  expect(await pixel(files.get('icon-512.png'), 0, 0)).toEqual(NOTHING);
  expect(await pixel(files.get('apple-touch-icon.png'), 0, 0)).toEqual(BLUE);
  expect(await pixel(files.get('icon-maskable-512.png'), 0, 0)).toEqual(BLUE);
});

test('keeps what a maskable icon shows in the circle that is never cut', async () => {
  const wide = svg('<path fill="#00f" d="M0 0h32v32H0z"/><path fill="#f00" d="M3 15h26v2H3z"/>');
  const icon = (await made(wide)).get('icon-maskable-512.png');
  expect(await pixel(icon, 0.5, 0.5)).toEqual(RED);
  expect(await pixel(icon, 0.1, 0.5)).toEqual(BLUE);
});

test('fills with the colour of the page behind an icon without an edge', async () => {
  const files = await made(svg('<circle cx="16" cy="16" r="6" fill="#f00"/>'));
  expect(await pixel(files.get('apple-touch-icon.png'), 0.5, 0)).toEqual([0xfb, 0xfa, 0xf7, 255]);
});

test.each([
  ['that is wide', svg('<path fill="#f00" d="M0 0h64v32H0z"/>', 'viewBox="0 0 64 32"'), RED, NOTHING],
  ['with a size of its own', svg('<path fill="#f00" d="M0 0h2v2H0z"/>', 'width="2" height="2"'), RED, RED],
  ['that shows nothing', svg('', ''), NOTHING, NOTHING],
])('draws an icon %s', async (_what, icon, middle, top) => {
  const png = (await made(icon)).get('icon-192.png');
  expect(await pixel(png, 0.5, 0.5)).toEqual(middle);
  expect(await pixel(png, 0.5, 0)).toEqual(top);
});

test('makes the same bytes of the same icon', async () => {
  expect(await made(ROUNDED)).toEqual(await made(ROUNDED));
});

test('makes nothing where there is no icon', async () => {
  expect(await icons(builtSite())).toEqual([]);
});

describe('favicon.ico', () => {
  test('is a table of pictures, each of the size that it says', async () => {
    const ico = (await made(ROUNDED)).get('favicon.ico') ?? Buffer.alloc(0);
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 3]);
    const pictures = await Promise.all(
      [6, 22, 38].map(async (entry) => {
        const start = ico.readUInt32LE(entry + 12);
        const { format, width, height } = await sharp(
          ico.subarray(start, start + ico.readUInt32LE(entry + 8)),
        ).metadata();
        return [ico[entry], ico[entry + 1], format, width, height];
      }),
    );
    expect(pictures).toEqual([16, 32, 48].map((size) => [size, size, 'png', size, size]));
    expect(ico.readUInt32LE(38 + 12) + ico.readUInt32LE(38 + 8)).toBe(ico.length);
  });
});

describe('site.webmanifest', () => {
  test('names the site, works at any path, and names icons that are there', async () => {
    const site = builtSite({ publicFiles: { 'favicon.svg': ROUNDED } });
    const text = (await outputOf(manifest, site)).get('site.webmanifest')?.toString() ?? '';
    const content = JSON.parse(text) as { icons: { src: string; sizes: string }[] };
    expect(content).toMatchObject({ name: 'Internals', start_url: './', scope: './', lang: 'en' });
    const drawn = await outputOf(icons, site);
    expect(content.icons.map(({ src, sizes }) => `${src} ${sizes}`)).toEqual([
      'favicon.svg any',
      ...[...drawn.keys()]
        .filter((path) => path.startsWith('icon-'))
        .map((path) => `${path} ${/\d+/.exec(path)?.[0] ?? ''}x${/\d+/.exec(path)?.[0] ?? ''}`),
    ]);
  });
});
