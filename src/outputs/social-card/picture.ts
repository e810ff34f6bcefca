import sharp from 'sharp';
import { PALETTE } from './palette.ts';
import { encodePng } from './png.ts';

/** What a drawing's bytes depend on besides the drawing; `edition` counts changes of this file and of `png.ts`. */
export const ENCODER = JSON.stringify({ edition: 1, ...sharp.versions, zlib: process.versions.zlib });

const FLAT = Object.values(PALETTE).map((colour) => parseInt(colour.slice(1), 16));

/**
 * The drawing as a PNG: the same drawing has the same bytes. It takes its colours from the palette,
 * and between them as few as hide the steps of an edge; the quantizer of sharp takes longer, and
 * changes the colour of the page.
 */
export async function toPicture(svg: string): Promise<Uint8Array> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours = new Map(FLAT.map((colour, index) => [colour, index]));
  const palette = [...FLAT];
  const shades = new Map<number, number>();
  const pixels = new Uint8Array(info.width * info.height);
  let last = -1;
  let index = 0;
  for (let pixel = 0, at = 0; pixel < pixels.length; pixel += 1, at += 4) {
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    if (colour !== last) {
      index = colours.get(colour) ?? shade(colour);
      last = colour;
    }
    pixels[pixel] = index;
  }
  return encodePng({ ...info, pixels, palette });

  /** The first colour met whose channels share their upper four bits: there are too few others to fill the palette. */
  function shade(colour: number): number {
    const group = colour & 0xf0f0f0;
    const known = shades.get(group) ?? Math.min(255, palette.length);
    if (!shades.has(group)) palette[known] = colour;
    shades.set(group, known);
    colours.set(colour, known);
    return known;
  }
}
