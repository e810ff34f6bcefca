import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { bookPicture } from '../../../../src/outputs/book/book-pictures.ts';

const SIZE = { width: 400, height: 200 };
const flat = ({ width, height } = SIZE, opacity = 1) => sharp(Buffer.from(lines(width, height, opacity)));
const lines = (width: number, height: number, opacity: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 0L8 8" stroke="#fff"/></pattern>
<rect width="100%" height="100%" fill="#259" opacity="${opacity}"/><rect width="100%" height="100%" fill="url(#p)"/>
</svg>`;
const noise = (size = SIZE) =>
  sharp({
    create: {
      ...size,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
const heavy = { width: 1200, height: 900 };
const large = { width: 3200, height: 100 };

describe('a picture that every e-reader shows goes into the book as it is', () => {
  test.each([
    ['a.png', () => flat().png(), 'pictures/a.png', 'image/png'],
    ['a.PNG', () => flat().png(), 'pictures/a.PNG', 'image/png'],
    ['b.jpeg', () => noise().jpeg(), 'pictures/b.jpeg', 'image/jpeg'],
    ['grey.jpg', () => noise().greyscale().jpeg(), 'pictures/grey.jpg', 'image/jpeg'],
    ['deep.png', () => flat().toColourspace('rgb16').png(), 'pictures/deep.png', 'image/png'],
    ['misnamed.jpg', () => flat().png(), 'pictures/misnamed.jpg.png', 'image/png'],
  ])('%s', async (path, draw, file, type) => {
    const bytes = await draw().toBuffer();
    const picture = await bookPicture(path, bytes);
    expect(picture).toMatchObject({ file, type });
    expect(picture?.bytes).toBe(bytes);
  });
});

describe('another is made so', () => {
  test.each([
    ['large.png', () => flat(large).png(), 'pictures/large.png', [1600, 50]],
    ['heavy.png', () => noise(heavy).png(), 'pictures/heavy.png.jpg', [1200, 900]],
    ['turned.jpg', () => noise().withMetadata({ orientation: 6 }).jpeg(), 'pictures/turned.jpg', [200, 400]],
    ['print.jpg', () => noise().toColourspace('cmyk').jpeg(), 'pictures/print.jpg', [400, 200]],
    ['photograph.webp', () => noise().webp(), 'pictures/photograph.webp.jpg', [400, 200]],
    ['drawing.webp', () => flat().webp(), 'pictures/drawing.webp.png', [400, 200]],
    ['clear.webp', () => flat(SIZE, 0.5).webp(), 'pictures/clear.webp.png', [400, 200]],
  ])('%s', async (path, draw, file, size) => {
    const bytes = await draw().toBuffer();
    const picture = await bookPicture(path, bytes);
    expect(picture?.file).toBe(file);
    const { width, height, orientation, space } = await sharp(picture?.bytes).metadata();
    expect([width, height]).toEqual(size);
    expect([orientation ?? 1, space]).toEqual([1, 'srgb']);
  });

  test('a drawing of lines, which then looks alike everywhere', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><circle r="9"/></svg>';
    const picture = await bookPicture('dot.svg', Buffer.from(svg));
    expect(picture).toMatchObject({ file: 'pictures/dot.svg.png', type: 'image/png' });
  });
});

test('what may move stays as it is, and what is no picture is left out', async () => {
  const bytes = Buffer.from('GIF89a');
  expect(await bookPicture('a.gif', bytes)).toEqual({ file: 'pictures/a.gif', type: 'image/gif', bytes });
  expect(await bookPicture('a.png', Buffer.from('no picture'))).toBeUndefined();
});
