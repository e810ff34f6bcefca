import { extname } from 'node:path';
import sharp, { type Metadata, type Sharp } from 'sharp';

export interface BookPicture {
  /** Its file in the book: `pictures/transformers.png`. */
  readonly file: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** As wide as the widest e-readers are. */
const MOST = 1600;
/** In bytes: with lighter originals than this, a book of hundreds of parts is still soon loaded. */
const LIGHT = 300_000;
const JPEG = { quality: 82 } as const;
/** Few colours are enough for what is not a photograph. */
const DRAWING = { compressionLevel: 9, palette: true, colours: 256, dither: 0 } as const;

/**
 * A picture as every e-reader shows it: PNG or JPEG, not wider or higher than a screen of one; what
 * may move stays a GIF. An original that is so already, and light, is taken as it is. A drawing becomes
 * a PNG, whose words then look alike on all of them. Undefined for what cannot be read as a picture.
 */
export async function bookPicture(path: string, bytes: Uint8Array): Promise<BookPicture | undefined> {
  const extension = extname(path).toLowerCase();
  const name = `pictures/${path}`;
  if (extension === '.gif') return { file: name, type: 'image/gif', bytes };
  try {
    const metadata = await sharp(bytes).metadata();
    if (isShownEverywhere(metadata) && bytes.length <= LIGHT) {
      return metadata.format === 'png' ? png(name, bytes) : jpeg(name, bytes);
    }
    const picture = await pixelsOf(bytes, extension === '.svg' ? { density: 192 } : {});
    const isPhotograph = extension !== '.svg' && isOpaque(picture) && (await isLighterAsJpeg(picture));
    // MozJPEG takes five times longer than the JPEG that the question was answered with.
    if (isPhotograph)
      return jpeg(
        name,
        await encoder(picture)
          .jpeg({ ...JPEG, mozjpeg: true })
          .toBuffer(),
      );
    const drawing = await encoder(picture).png(DRAWING).toBuffer();
    const isBest = metadata.format === 'png' && isShownEverywhere(metadata) && bytes.length <= drawing.length;
    return png(name, isBest ? bytes : drawing);
  } catch {
    return undefined;
  }
}

/** Not that of a camera that was turned, nor one in the colours of print, which some show in others. */
function isShownEverywhere({ format, width, height, orientation = 1, space }: Metadata): boolean {
  const isFormat = format === 'png' || format === 'jpeg';
  return isFormat && Math.max(width, height) <= MOST && orientation === 1 && space !== 'cmyk';
}

interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** Decoded once for all that is tried with it, turned, and made small enough. */
function pixelsOf(bytes: Uint8Array, options: { density?: number }): Promise<Pixels> {
  return sharp(bytes, options)
    .autoOrient()
    .resize({ width: MOST, height: MOST, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

function encoder({ data, info }: Pixels): Sharp {
  return sharp(data, { raw: info });
}

function isOpaque({ data, info: { channels } }: Pixels): boolean {
  if (channels % 2 === 1) return true;
  for (let alpha = channels - 1; alpha < data.length; alpha += channels) {
    if (data[alpha] !== 255) return false;
  }
  return true;
}

/** Flat drawings are sharper as PNG, and mostly lighter; photographs are much lighter as JPEG. */
async function isLighterAsJpeg(picture: Pixels): Promise<boolean> {
  const [{ length: asJpeg }, { length: asPng }] = await Promise.all([
    encoder(picture).jpeg(JPEG).toBuffer(),
    encoder(picture).png().toBuffer(),
  ]);
  return asJpeg < asPng / 2;
}

function png(name: string, bytes: Uint8Array): BookPicture {
  return { file: named(name, ['.png']), type: 'image/png', bytes };
}

function jpeg(name: string, bytes: Uint8Array): BookPicture {
  return { file: named(name, ['.jpg', '.jpeg']), type: 'image/jpeg', bytes };
}

/** Two pictures that differ in their extension alone stay two. */
function named(file: string, extensions: readonly [string, ...string[]]): string {
  return extensions.some((one) => file.toLowerCase().endsWith(one)) ? file : `${file}${extensions[0]}`;
}
