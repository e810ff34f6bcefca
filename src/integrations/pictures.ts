import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import sharp from 'sharp';
import type { PictureSource } from '../markdown/surroundings.ts';
import type { Keep } from '../outputs/output.ts';
import type { Picture } from '../series/article.ts';
import { type OutputFolder, putFile } from './output-folder.ts';
import { isAnimated } from './picture-file.ts';
import { mayHaveCopies, offeredWidths } from '../series/picture-size.ts';

/**
 * `smartSubsample` would take twice the time, and thin lines in colours come out no nearer to the
 * original: lighter instead of darker. So would an effort of 3 with a quality of 80, for drawings that are a fiftieth
 * lighter and 0.2 to 0.3 dB nearer to it.
 */
const ENCODING = { quality: 79, effort: 2 } as const;

/** What copies are made of, and kept with. */
export interface PictureSources {
  /** `articleimages/` of the project. */
  readonly originals: string;
  readonly keep: Keep;
}

/** A lighter copy as the site offers it. */
export interface PictureCopy {
  readonly name: string;
  readonly width: number;
}

/** By path of the original. */
export type PictureCopies = ReadonlyMap<string, readonly PictureCopy[]>;

/**
 * Makes the copies of pictures that are lighter than their originals. `fail` is told of each that cannot
 * be read as a picture.
 */
export async function makeCopies(
  pictures: readonly Picture[],
  sources: PictureSources,
  fail = (error: Error): void => {
    throw error;
  },
): Promise<PictureCopies> {
  const queue = [...pictures];
  const made = new Map<string, readonly PictureCopy[]>();
  const work = async () => {
    for (let picture = queue.shift(); picture; picture = queue.shift()) {
      try {
        made.set(picture.path, await copiesOf(picture, sources));
      } catch (error) {
        fail(new Error(`\`articleimages/${picture.path}\` cannot be read as a picture: ${String(error)}`));
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return made;
}

async function copiesOf(
  { path, size }: Picture,
  { originals, keep }: PictureSources,
): Promise<PictureCopy[]> {
  if (!size || !mayHaveCopies(path)) return [];
  const bytes = readFileSync(join(originals, path));
  const { pages } = await sharp(bytes).metadata();
  if (isAnimated(bytes, pages)) return [];
  // Cut off, so that it is not longer than a file's name can be.
  const stem = Array.from(basename(path, extname(path)))
    .slice(0, 50)
    .join('');
  const widths = offeredWidths(size);
  const contents = await contentsOf(bytes, widths, keep);
  const copies = widths.map((width, index): PictureCopy => {
    const hash = createHash('sha256')
      .update(contents[index] ?? '')
      .digest('hex')
      .slice(0, 8);
    return { name: `${stem}.${width}.${hash}.webp`, width };
  });
  // A browser takes a copy where there are any: they help only where the largest is lighter, too.
  const largest = contents.at(-1);
  return largest && largest.length < bytes.length ? copies : [];
}

/** The copies of a picture, by width, as they were made before or anew. */
async function contentsOf(
  bytes: Buffer,
  widths: readonly number[],
  keep: Keep,
): Promise<readonly Uint8Array[]> {
  const how = JSON.stringify({ widths, ...ENCODING });
  const { contents } = await keep('pictures', [how, bytes], async () => ({
    contents: await encode(bytes, widths),
  }));
  return contents;
}

/**
 * Decodes a picture once, and makes copies of its pixels. Those of one from a camera would fill the
 * memory; twice the width of the largest copy are as good.
 */
async function encode(bytes: Buffer, widths: readonly number[]): Promise<Uint8Array[]> {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize({ width: Math.max(...widths) * 2, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isWhole = info.channels === 4 && isOpaque(data);
  const contents: Uint8Array[] = [];
  for (const width of widths) {
    const pixels = sharp(data, { raw: info });
    const picture = isWhole ? pixels.removeAlpha() : pixels;
    contents.push(await picture.resize({ width, withoutEnlargement: true }).webp(ENCODING).toBuffer());
  }
  return contents;
}

/** Of pixels with a fourth byte each: where none lets anything through, copies without that are the same, and sooner made. */
function isOpaque(pixels: Uint8Array): boolean {
  for (let index = 3; index < pixels.length; index += 4) if (pixels[index] !== 255) return false;
  return true;
}

/** The copies as a page offers them, with addresses below the path that the site is served at. */
export function sourcesOf(copies: readonly PictureCopy[], base: string): PictureSource[] {
  return copies.map(({ name, width }) => ({
    address: `${base}_astro/${encodeURIComponent(name)}`,
    type: 'image/webp',
    width,
  }));
}

/** Publishes originals under their own names, and copies among the hashed files. */
export async function publishPictures(
  made: PictureCopies,
  { originals, keep }: PictureSources,
  output: OutputFolder,
): Promise<void> {
  mkdirSync(join(output.path, '_astro'), { recursive: true });
  for (const [path, copies] of made) {
    const original = readFileSync(join(originals, path));
    const name = `articleimages/${path}`;
    mkdirSync(dirname(join(output.path, name)), { recursive: true });
    putFile(output, name, original);
    if (copies.length === 0) continue;
    const widths = copies.map(({ width }) => width);
    const contents = await contentsOf(original, widths, keep);
    for (const [index, { name }] of copies.entries()) {
      putFile(output, `_astro/${name}`, contents[index] ?? '');
    }
  }
}
