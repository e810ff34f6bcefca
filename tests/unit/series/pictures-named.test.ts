import { expect, test } from 'vitest';
import { picturesNamed } from '../../../src/series/pictures-named.ts';

const PICTURES = ['cat.png', 'deep/dog.jpeg', 'zwei Hunde.webp', 'für.avif', 'none.png'].map((path) => ({
  path,
  size: undefined,
}));

test.each([
  ['![A cat](../articleimages/cat.png)', ['cat.png']],
  ['<img src="../articleimages/deep/dog.jpeg">', ['deep/dog.jpeg']],
  ['![](../articleimages/zwei%20Hunde.webp "Two")', ['zwei Hunde.webp']],
  ['![](../articleimages/f%C3%BCr.avif) ![](../articleimages/fu\u0308r.avif)', ['für.avif']],
  ['[a]: cat.png?x\n100%.png', ['cat.png']],
  ['no picture', []],
])('finds in %j %j', (text, expected) => {
  expect(picturesNamed(PICTURES, ['', text]).map(({ path }) => path)).toEqual(expected);
});
