import sharp from 'sharp';
import { isAnimated } from './picture-file.ts';

/**
 * `smartSubsample` would take twice the time, and thin lines in colours come out no nearer to the
 * original: lighter instead of darker. So would an effort of 3 with a quality of 80, for drawings that are a fiftieth
 * lighter and 0.2 to 0.3 dB nearer to it.
 */
const ENCODING = { quality: 79, effort: 2 } as const;

/** A picture as WebP. */
export interface EncodedPicture {
  readonly width: number;
  readonly content: Uint8Array;
}

/**
 * Copies of a picture in some widths; none of one that moves, since they would stand still. It is decoded once. The
 * pixels of one from a camera would fill the memory; twice the width of the largest copy are as good.
 */
export async function encodePicture(
  bytes: Uint8Array,
  widths: readonly number[],
): Promise<readonly EncodedPicture[]> {
  const { pages } = await sharp(bytes).metadata();
  if (isAnimated(bytes, pages)) return [];
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize({ width: Math.max(...widths) * 2, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isWhole = info.channels === 4 && isOpaque(data);
  const copies: EncodedPicture[] = [];
  for (const width of widths) {
    const pixels = sharp(data, { raw: info });
    const picture = isWhole ? pixels.removeAlpha() : pixels;
    const content = await picture.resize({ width, withoutEnlargement: true }).webp(ENCODING).toBuffer();
    copies.push({ width, content });
  }
  return copies;
}

/** Of pixels with a fourth byte each: where none lets anything through, copies without that are the same, and sooner made. */
function isOpaque(pixels: Uint8Array): boolean {
  for (let index = 3; index < pixels.length; index += 4) if (pixels[index] !== 255) return false;
  return true;
}
