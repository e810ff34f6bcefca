import { extname } from 'node:path';
import { imageSize } from 'image-size';
import type { Picture } from '../series/article.ts';

/** What a browser gives an SVG that says nothing of its size: https://www.w3.org/TR/CSS22/visudet.html#inline-replaced-width */
const DEFAULT_SIZE = { width: 300, height: 150 };

/** The formats that every browser shows, as image-size names them. */
const SHOWN_BY_BROWSERS: ReadonlySet<string> = new Set(['png', 'jpg', 'webp', 'avif', 'gif', 'svg']);

/** The size at which a picture is shown; undefined for a file that is damaged, or no picture. */
export function readPictureSize(bytes: Uint8Array, path: string): Picture['size'] {
  if (!isWhole(bytes)) return undefined;
  try {
    const { width, height, type = '', orientation = 1 } = imageSize(bytes);
    if (!SHOWN_BY_BROWSERS.has(type)) return undefined;
    // From 5 on, the Exif orientation turns the picture by a quarter.
    if (width > 0 && height > 0)
      return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    // Told below, unless it is an SVG without a size.
  }
  const isSvg = extname(path).toLowerCase() === '.svg' && /<svg[\s>]/.test(new TextDecoder().decode(bytes));
  return isSvg ? DEFAULT_SIZE : undefined;
}

/** Whether a PNG, a JPEG or a WebP has its end: a file that was cut off still has its size at its head. */
function isWhole(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 4) return false;
  if (buffer.toString('latin1', 1, 4) === 'PNG') return buffer.includes('IEND');
  if (buffer.readUInt16BE(0) === 0xffd8) return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
  const isWebp = buffer.toString('latin1', 0, 4) === 'RIFF' && buffer.length > 8;
  return !isWebp || buffer.readUInt32LE(4) + 8 <= buffer.length;
}

/** Whether a picture moves, so that a copy of it would stand still. */
export function isAnimated(bytes: Uint8Array, pages: number | undefined): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Animated PNG: https://www.w3.org/TR/png-3/#acTL-chunk
  return (
    (pages ?? 1) > 1 ||
    (buffer.toString('latin1', 1, 4) === 'PNG' && buffer.subarray(0, 4096).includes('acTL'))
  );
}
