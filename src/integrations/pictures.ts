import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import sharp from 'sharp';
import type { PictureSource } from '../markdown/surroundings.ts';
import type { Picture } from '../series/article.ts';
import { isAnimated } from './picture-file.ts';
import { offeredWidths } from '../series/picture-size.ts';

/** Formats that have lighter copies; SVG scales by itself, GIF may move. */
const RASTER: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.webp', '.avif']);

/**
 * Part of every copy's name, so that a change here makes new copies. `smartSubsample` would take twice
 * the time, and thin lines in colours come out no nearer to the original: lighter instead of darker.
 */
const ENCODING = { quality: 80, effort: 4 } as const;

export interface PictureFolders {
  /** `articleimages/` of the project. */
  readonly originals: string;
  /** Where copies are kept from one build to the next; it can be removed at any time. */
  readonly cache: string;
}

/** A lighter copy, on disk and as the site offers it. */
export interface PictureCopy {
  readonly name: string;
  readonly path: string;
  readonly width: number;
}

/** Makes the copies of pictures that are lighter than their originals, by path of the original. */
export async function makeCopies(
  pictures: readonly Picture[],
  folders: PictureFolders,
): Promise<ReadonlyMap<string, readonly PictureCopy[]>> {
  mkdirSync(folders.cache, { recursive: true });
  const queue = [...pictures];
  const made = new Map<string, readonly PictureCopy[]>();
  const work = async () => {
    for (let picture = queue.shift(); picture; picture = queue.shift()) {
      const copies = await copiesOf(picture, folders).catch((error: unknown) => {
        throw new Error(`\`articleimages/${picture?.path}\` cannot be read as a picture: ${String(error)}`);
      });
      made.set(picture.path, copies);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return made;
}

async function copiesOf(
  { path, size }: Picture,
  { originals, cache }: PictureFolders,
): Promise<PictureCopy[]> {
  const extension = extname(path).toLowerCase();
  if (!size || !RASTER.has(extension)) return [];
  const bytes = readFileSync(join(originals, path));
  const { pages } = await sharp(bytes).metadata();
  if (isAnimated(bytes, pages)) return [];
  const hash = createHash('sha256').update(bytes).update(JSON.stringify(ENCODING)).digest('hex').slice(0, 8);
  // Cut off, so that it is not longer than a file's name can be.
  const stem = Array.from(basename(path, extname(path)))
    .slice(0, 50)
    .join('');
  const copies = offeredWidths(size).map((width): PictureCopy => {
    const name = `${stem}.${width}.${hash}.webp`;
    return { name, path: join(cache, name), width };
  });
  const largest = copies.at(-1);
  if (!largest) return [];
  const missing = copies.filter((copy) => !existsSync(copy.path));
  if (missing.length > 0) await encode(bytes, largest.width, missing);
  // A browser takes a copy where there are any: they help only where the largest is lighter, too.
  return statSync(largest.path).size < bytes.length ? copies : [];
}

/**
 * Decodes a picture once, and makes copies of its pixels. Those of one from a camera would fill the
 * memory; twice the width of the largest copy are as good.
 */
async function encode(bytes: Buffer, width: number, copies: readonly PictureCopy[]): Promise<void> {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize({ width: width * 2, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const copy of copies) {
    const picture = sharp(data, { raw: info }).resize({ width: copy.width, withoutEnlargement: true });
    writeWhole(copy.path, await picture.webp(ENCODING).toBuffer());
  }
}

/** Writes a copy whole or not at all, so that an interrupted build leaves no half of one. */
function writeWhole(path: string, bytes: Buffer): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
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
export function publishPictures(
  made: ReadonlyMap<string, readonly PictureCopy[]>,
  { originals }: PictureFolders,
  output: string,
): void {
  for (const [path, copies] of made) {
    copyInto(join(originals, path), join(output, 'articleimages', path));
    for (const copy of copies) copyInto(copy.path, join(output, '_astro', copy.name));
  }
}

function copyInto(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
