import { extname } from 'node:path';
import sharp from 'sharp';

export interface BookPicture {
  /** Its file in the book: `pictures/transformers.png`. */
  readonly file: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** As wide as the widest e-readers are. */
const MOST = 1600;
const JPEG = { quality: 82, mozjpeg: true } as const;
/** Few colours are enough for what is not a photograph. */
const DRAWING = { compressionLevel: 9, palette: true, colours: 256, dither: 0 } as const;

/**
 * A picture as every e-reader shows it: PNG or JPEG, not wider or higher than a screen of one; what
 * may move stays a GIF. A drawing becomes a PNG, whose words then look alike on all of them.
 * Undefined for what cannot be read as a picture.
 */
export async function bookPicture(path: string, bytes: Uint8Array): Promise<BookPicture | undefined> {
  const extension = extname(path).toLowerCase();
  const name = `pictures/${path}`;
  if (extension === '.gif') return { file: name, type: 'image/gif', bytes };
  try {
    const original = sharp(bytes, extension === '.svg' ? { density: 192 } : {}).autoOrient();
    const picture = original.resize({ width: MOST, height: MOST, fit: 'inside', withoutEnlargement: true });
    const png = await picture.clone().png().toBuffer();
    const { isOpaque } = await sharp(png).stats();
    const jpeg = isOpaque && extension !== '.svg' ? await picture.clone().jpeg(JPEG).toBuffer() : undefined;
    // Flat drawings are sharper as PNG, and mostly lighter; photographs are much lighter as JPEG.
    if (jpeg && jpeg.length < png.length / 2) {
      return { file: named(name, ['.jpg', '.jpeg']), type: 'image/jpeg', bytes: jpeg };
    }
    const file = named(name, ['.png']);
    const isFit = extension === '.png' && (await longestSide(bytes)) <= MOST;
    const drawing = await picture.clone().png(DRAWING).toBuffer();
    return {
      file,
      type: 'image/png',
      bytes: isFit && bytes.length <= drawing.length ? bytes : drawing,
    };
  } catch {
    return undefined;
  }
}

async function longestSide(bytes: Uint8Array): Promise<number> {
  const { width, height } = await sharp(bytes).metadata();
  return Math.max(width, height);
}

/** Two pictures that differ in their extension alone stay two. */
function named(file: string, extensions: readonly [string, ...string[]]): string {
  return extensions.some((one) => file.toLowerCase().endsWith(one)) ? file : `${file}${extensions[0]}`;
}
