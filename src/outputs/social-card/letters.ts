import type { Face } from './faces.ts';
import { type Mask, maskOf, type Spot } from './mask.ts';
import { remembered } from './remembered.ts';

/** Letters stand at quarters of a pixel, so that one looks alike in many places. */
const PARTS = 4;

/** Some 20 MB; then all are forgotten, which changes no card. */
const MOST = 5_000;

const masks = new Map<string, Mask>();

/** The mask of a letter, which is kept: a card takes 1.5 ms to draw, and 2.7 ms if all letters are filled anew. */
export function letterOf(face: Face, glyph: number, { x, y, size }: Spot): Mask {
  const [right, down] = [Math.round(x * PARTS), Math.round(y * PARTS)];
  const [left, top] = [Math.floor(right / PARTS), Math.floor(down / PARTS)];
  const [restX, restY] = [right / PARTS - left, down / PARTS - top];
  const key = `${face.name} ${glyph} ${size} ${restX} ${restY}`;
  if (masks.size >= MOST) masks.clear();
  const mask = remembered(masks, key, () => maskOf(face.outline(glyph), { x: restX, y: restY, size }));
  return { ...mask, left: mask.left + left, top: mask.top + top };
}
