import type { Face } from './faces.ts';
import { type Mask, maskOf, type Spot } from './mask.ts';
import { remembered } from './remembered.ts';

/** Letters stand at quarters of a pixel, so that one looks alike in many places. */
const PARTS = 4;

/** Some 20 MB; then all are forgotten, which changes no card. */
const MOST = 5_000;

type Masks = Map<number, Mask>;

/** By face and size, and then by glyph and where in a pixel it stands. */
const masks = new Map<Face, Map<number, Masks>>();
let count = 0;

/** The mask of a letter, which is kept: to fill all letters of each card anew takes longer than all else. */
export function letterOf(face: Face, glyph: number, { x, y, size }: Spot): Mask {
  const [right, down] = [Math.round(x * PARTS), Math.round(y * PARTS)];
  const [left, top] = [Math.floor(right / PARTS), Math.floor(down / PARTS)];
  const [partX, partY] = [right - left * PARTS, down - top * PARTS];
  if (count >= MOST) {
    masks.clear();
    count = 0;
  }
  const ofFace = remembered(masks, face, () => new Map<number, Masks>());
  const ofSize = remembered(ofFace, size, () => new Map<number, Mask>());
  const mask = remembered(ofSize, (glyph * PARTS + partX) * PARTS + partY, () => {
    count += 1;
    return maskOf(face.outline(glyph), { x: partX / PARTS, y: partY / PARTS, size });
  });
  return { ...mask, left: mask.left + left, top: mask.top + top };
}
