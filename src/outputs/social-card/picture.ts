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
  const drawn = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = drawn.info;
  // Red, green, blue and alpha as one number, red lowest: all machines that Node runs on store it so.
  const source = new Uint32Array(drawn.data.buffer, drawn.data.byteOffset, width * height);
  const places = new Places();
  const pixels = new Uint8Array(width * height);
  let last = -1;
  let place = 0;
  for (let pixel = 0; pixel < source.length; pixel += 1) {
    const colour = source[pixel] ?? 0;
    if (colour !== last) place = places.of(colour);
    last = colour;
    pixels[pixel] = place;
  }
  return encodePng({ width, height, pixels, palette: places.palette });
}

/** The place in a palette of every colour that is met. */
class Places {
  readonly palette = [...FLAT];
  readonly #byColour = new Map<number, number>();
  readonly #byShade = new Map<number, number>();

  of(pixel: number): number {
    const known = this.#byColour.get(pixel);
    if (known !== undefined) return known;
    const colour = ((pixel & 0xff) << 16) | (pixel & 0xff00) | ((pixel >> 16) & 0xff);
    const flat = FLAT.indexOf(colour);
    const place = flat >= 0 ? flat : this.#shade(colour);
    this.#byColour.set(pixel, place);
    return place;
  }

  /** The first colour met whose channels share their upper four bits: edges have too few to fill a palette. */
  #shade(colour: number): number {
    const shade = colour & 0xf0f0f0;
    const known = this.#byShade.get(shade);
    if (known !== undefined) return known;
    if (this.palette.length === 256) throw new Error('A social card has more colours than a palette holds.');
    this.#byShade.set(shade, this.palette.length);
    return this.palette.push(colour) - 1;
  }
}
