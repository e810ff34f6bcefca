import type { Outline } from './outline.ts';
import { SHADES } from './palette.ts';

/** Where the origin of an outline stands, and how large it is drawn, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A rectangle of pixels, row by row: how much of each is inside of an outline, from 0 to `SHADES`. */
export interface Mask {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly shades: Uint8Array;
}

/**
 * Fills an outline; where its contours overlap they count once. Of an edge only the pixels that it
 * crosses are noted, each with what the edge adds to all pixels from there to the end of the row: the
 * sum of a row up to a pixel is how much of that one is inside.
 */
export function maskOf(outline: Outline, spot: Spot): Mask {
  const contours = outline.map((contour) =>
    contour.map((value, at) => (at % 2 === 0 ? spot.x : spot.y) + value * spot.size),
  );
  const [left, right] = span(contours, 0);
  const [top, bottom] = span(contours, 1);
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  // What an edge adds after the last pixel of a row is noted, too.
  const stride = width + 2;
  const added = new Float32Array(stride * height);
  const edges = new Edges(added, stride);
  for (const contour of contours) {
    edges.moveTo((contour.at(-2) ?? 0) - left, (contour.at(-1) ?? 0) - top);
    for (let at = 0; at < contour.length; at += 2) {
      edges.lineTo((contour[at] ?? 0) - left, (contour[at + 1] ?? 0) - top);
    }
  }
  const shades = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    let inside = 0;
    for (let column = 0; column < width; column += 1) {
      inside += added[row * stride + column] ?? 0;
      shades[row * width + column] = Math.round(Math.min(1, Math.abs(inside)) * SHADES);
    }
  }
  return { left, top, width, height, shades };
}

/** The pixels from the first to after the last that contours are in, along an axis. */
function span(contours: readonly (readonly number[])[], axis: 0 | 1): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const contour of contours) {
    for (let at = axis; at < contour.length; at += 2) {
      least = Math.min(least, contour[at] ?? 0);
      most = Math.max(most, contour[at] ?? 0);
    }
  }
  return [Math.floor(least), Math.ceil(most)];
}

/** Notes edges, from the pen to where it is moved. */
class Edges {
  readonly #added: Float32Array;
  readonly #stride: number;
  #x = 0;
  #y = 0;

  constructor(added: Float32Array, stride: number) {
    this.#added = added;
    this.#stride = stride;
  }

  moveTo(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
  }

  lineTo(x: number, y: number): void {
    const slope = (x - this.#x) / (y - this.#y);
    while (this.#y < y) {
      const next = Math.min(y, Math.floor(this.#y) + 1);
      this.#cross(Math.floor(this.#y), x - (y - next) * slope, next);
    }
    while (this.#y > y) {
      const next = Math.max(y, Math.ceil(this.#y) - 1);
      this.#cross(Math.floor(next), x - (y - next) * slope, next);
    }
    this.#x = x;
  }

  /** Within a row. */
  #cross(row: number, x: number, y: number): void {
    const height = y - this.#y;
    const [left, right] = [Math.min(this.#x, x), Math.max(this.#x, x)];
    this.moveTo(x, y);
    const added = this.#added;
    for (let column = Math.floor(left); ; column += 1) {
      const [start, end] = [Math.max(left, column), Math.min(right, column + 1)];
      const part = left < right ? (height * (end - start)) / (right - left) : height;
      const outside = part * ((start + end) / 2 - column);
      const at = row * this.#stride + column;
      added[at] = (added[at] ?? 0) + part - outside;
      added[at + 1] = (added[at + 1] ?? 0) + outside;
      if (end === right) return;
    }
  }
}
