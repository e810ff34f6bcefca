import { expect, test } from 'vitest';
import { around, outlineOf } from '../../../../src/outputs/social-card/outline.ts';

test('keeps lines, each contour apart, in multiples of the unit', () => {
  const path = [
    { type: 'M', values: [0, 0] },
    { type: 'L', values: [500, 0] },
    { type: 'L', values: [0, 250] },
    { type: 'Z', values: [] },
    { type: 'M', values: [1000, 1000] },
  ];
  expect(outlineOf(path, 1000)).toEqual([
    [0, 0, 0.5, 0, 0, 0.25],
    [1, 1],
  ]);
});

test('leaves a curve by less than can be seen', () => {
  // A quarter of a circle, from the right to the top.
  const kappa = 0.5522847;
  const [contour = []] = outlineOf(
    [
      { type: 'M', values: [1, 0] },
      { type: 'C', values: [1, kappa, kappa, 1, 0, 1] },
    ],
    1,
  );
  expect(contour.slice(-2)).toEqual([0, 1]);
  for (let at = 0; at + 2 < contour.length; at += 2) {
    const [x = 0, y = 0, nextX = 0, nextY = 0] = contour.slice(at, at + 4);
    expect(Math.hypot((x + nextX) / 2, (y + nextY) / 2)).toBeGreaterThan(0.9993);
  }
});

test('surrounds points at a distance', () => {
  const [contour = []] = around(
    [
      [0, 0],
      [10, 0],
    ],
    2,
  );
  const [xs, ys] = [0, 1].map((axis) => contour.filter((_, at) => at % 2 === axis));
  expect(Math.min(...(xs ?? []))).toBeCloseTo(-2, 2);
  expect(Math.max(...(xs ?? []))).toBeCloseTo(12, 2);
  expect(Math.min(...(ys ?? []))).toBeCloseTo(-2, 2);
  expect(Math.max(...(ys ?? []))).toBeCloseTo(2, 2);
});
