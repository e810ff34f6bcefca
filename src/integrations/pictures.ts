import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import type { PictureSource } from '../markdown/surroundings.ts';
import type { Keep } from '../outputs/output.ts';
import type { Picture } from '../series/article.ts';
import { type OutputFolder, putFile } from './output-folder.ts';
import type { EncodedPicture } from './picture-encoding.ts';
import { mayHaveCopies, offeredWidths } from '../series/picture-size.ts';

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
  // Cut off, so that it is not longer than a file's name can be.
  const stem = Array.from(basename(path, extname(path)))
    .slice(0, 50)
    .join('');
  const contents = await encoded(bytes, offeredWidths(size), keep);
  const copies = contents.map(({ width, content }): PictureCopy => {
    const name = `${stem}.${width}.${hash('sha256', content).slice(0, 8)}.webp`;
    return { name, width };
  });
  // A browser takes a copy where there are any: they help only where the largest is lighter, too.
  const largest = contents.at(-1);
  return largest && largest.content.length < bytes.length ? copies : [];
}

/** The copies of a picture as they were made before, or anew. */
async function encoded(
  bytes: Buffer,
  widths: readonly number[],
  keep: Keep,
): Promise<readonly EncodedPicture[]> {
  const { copies } = await keep('pictures', [JSON.stringify(widths), bytes], async () => {
    // Loaded where there is one to make: it takes long.
    const { encodePicture } = await import('./picture-encoding.ts');
    return { copies: await encodePicture(bytes, widths) };
  });
  return copies;
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
    const contents = await encoded(original, widths, keep);
    for (const [index, { name }] of copies.entries()) {
      putFile(output, `_astro/${name}`, contents[index]?.content ?? '');
    }
  }
}
