import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Keep } from '../outputs/output.ts';
import { isTakenOver, type OutputFolder, putFile, putMade } from './output-folder.ts';

/** What readers load and is text, or as good as text, to a compressor; the Markdown of articles is for machines. */
const TEXT = /\.(css|html|ico|js|json|mjs|svg|txt|webmanifest|xml|xsl)$/;

/** Below this a response fits in one packet in any case. */
const SMALLEST = 1_000;

/** A page in the best quality takes 50 times longer, and is a tenth lighter. */
const PAGE_QUALITY = 6;

/** As the exponent of two: with the usual window, of 4 MB, a page takes a quarter longer, and is no lighter. */
const PAGE_WINDOW = 16;
/** In bytes: what is longer repeats more of itself than that window holds. */
const LONGEST_PAGE = 2 * 2 ** PAGE_WINDOW;

/** The highest takes a third longer, and a page is 1/200 lighter. */
const GZIP_LEVEL = 6;

const EXTENSIONS = ['br', 'gz'] as const;

/** Each compression runs in a thread of its own; with more than there are processors, those who make pages would wait for them. */
const atOnce = availableParallelism();

/** In bytes: with a longer name, a copy's would be longer than file systems take. */
const LONGEST = 250;

/** A file, or one that is still to be written. */
export type ToCompress = string | Promise<string>;

/**
 * Writes a compressed copy beside each file that has a lighter one, for hosts that serve such copies:
 * `.br` and `.gz`. Gives the names of all that it wrote.
 */
export async function compress(
  folder: OutputFolder,
  files: Iterable<ToCompress>,
  keep: Keep,
): Promise<string[]> {
  const left = Iterator.from(files);
  const written: string[] = [];
  const work = async () => {
    for (const next of left) {
      const file = await next;
      if (!TEXT.test(file) || Buffer.byteLength(basename(file)) > LONGEST) continue;
      written.push(...(await putCopies(folder, file, keep)));
      // What is kept takes no time to make: without this, nobody else in this process would be heard meanwhile.
      await setImmediate();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return written;
}

/** Copies of what was made of the same in the last build are as they were. */
async function putCopies(folder: OutputFolder, file: string, keep: Keep): Promise<string[]> {
  const made = folder.published?.made.get(file);
  const all = EXTENSIONS.map((extension) => `${file}.${extension}`);
  if (made !== undefined && all.every((name) => isTakenOver(folder, name, made))) return all;
  const copies = await copiesOf(join(folder.path, file), keep);
  for (const [extension, copy] of copies) {
    if (made === undefined) putFile(folder, `${file}.${extension}`, copy);
    else await putMade(folder, `${file}.${extension}`, { made, content: () => copy });
  }
  return copies.map(([extension]) => `${file}.${extension}`);
}

async function copiesOf(path: string, keep: Keep): Promise<[extension: string, copy: Buffer][]> {
  const bytes = readFileSync(path);
  if (bytes.length < SMALLEST) return [];
  const quality = path.endsWith('.js') || path.endsWith('.css') ? constants.BROTLI_MAX_QUALITY : PAGE_QUALITY;
  const copies = await keep('compressed', [String(quality), bytes], () => compressed(bytes, quality));
  return Object.entries(copies).filter(([, copy]) => copy.length < bytes.length);
}

async function compressed(
  bytes: Buffer,
  quality: number,
): Promise<Readonly<Record<(typeof EXTENSIONS)[number], Buffer>>> {
  const isPage = quality === PAGE_QUALITY && bytes.length <= LONGEST_PAGE;
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: isPage ? PAGE_WINDOW : constants.BROTLI_DEFAULT_WINDOW,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return {
    br: await promisify(brotliCompress)(bytes, { params }),
    gz: await promisify(gzip)(bytes, { level: GZIP_LEVEL }),
  };
}
