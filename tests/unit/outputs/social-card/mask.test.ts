import sharp from 'sharp';
import { expect, test } from 'vitest';
import { maskOf } from '../../../../src/outputs/social-card/mask.ts';
import { around, type Outline, outlineOf } from '../../../../src/outputs/social-card/outline.ts';
import { SHADES } from '../../../../src/outputs/social-card/palette.ts';

const SIZE = 40;

/** How much of each pixel is inside, of 255, as another program finds it. */
async function filled(outline: Outline): Promise<number[]> {
  const path = outline.map((contour) => `M${contour.map((value) => value * SIZE).join(' ')}Z`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}"><path d="${path}"/></svg>`;
  return [...(await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer())];
}

function ours(outline: Outline, spot = { x: 0, y: 0, size: SIZE }): number[] {
  const { left, top, width, height, shades } = maskOf(outline, spot);
  const pixels = new Array<number>(SIZE * SIZE).fill(0);
  for (const [at, shade] of shades.entries()) {
    pixels[(top + Math.floor(at / width)) * SIZE + left + (at % width)] = (shade / SHADES) * 255;
  }
  expect(shades.length).toBe(width * height);
  return pixels;
}

const square = (low: number, high: number) => [low, low, high, low, high, high, low, high];
const backwards = (contour: readonly number[]) =>
  contour.map((_, at) => contour[contour.length - 2 - at + 2 * (at % 2)] ?? 0);

test.each<[string, Outline]>([
  ['a slanted shape', [[0.1, 0.2, 0.93, 0.07, 0.55, 0.88]]],
  ['a flat one', [[0.03, 0.5, 0.97, 0.52, 0.97, 0.55]]],
  ['a square between pixels', [square(0.111, 0.777)]],
  ['a hole', [square(0.1, 0.9), backwards(square(0.313, 0.687))]],
  ['shapes that overlap', [square(0.1, 0.6), square(0.4, 0.9)]],
  [
    'a round bar',
    around(
      [
        [0.2, 0.3],
        [0.8, 0.7],
      ],
      0.15,
    ),
  ],
  [
    'curves',
    outlineOf(
      [
        { type: 'M', values: [100, 500] },
        { type: 'Q', values: [100, 100, 500, 100] },
        { type: 'C', values: [900, 100, 1000, 700, 500, 900] },
        { type: 'L', values: [300, 900] },
        { type: 'Z', values: [] },
      ],
      1000,
    ),
  ],
])('fills %s as other programs do', async (_, outline) => {
  const theirs = await filled(outline);
  const furthest = Math.max(...ours(outline).map((value, at) => Math.abs(value - (theirs[at] ?? 0))));
  // Half a shade, and what theirs is wrong by.
  expect(furthest).toBeLessThan(20);
});

test('fills as much of a pixel as is inside, wherever the shape stands', () => {
  const mask = maskOf([square(0, 1)], { x: -2.5, y: 7.2, size: 1 });
  expect({ ...mask, shades: [...mask.shades] }).toEqual({
    left: -3,
    top: 7,
    width: 2,
    height: 2,
    shades: [6, 6, 1.5, 1.5].map((value) => Math.round(value)),
  });
});

test('fills nothing of an empty outline', () => {
  expect(maskOf([], { x: 3, y: 4, size: 50 }).shades).toHaveLength(0);
});
