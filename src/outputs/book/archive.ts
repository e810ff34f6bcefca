import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { Keep } from '../output.ts';

export interface ArchiveFile {
  readonly file: string;
  /** A text is packed; bytes are taken to be packed already, as pictures are. */
  readonly content: string | Uint8Array;
}

/** The same in all zones: archives have no zone. */
const NO_TIME = new Date(1980, 0, 1);

const DEFLATED = 8;

/** A zip as an EPUB is one: what it is stands first, and the same files make the same bytes. */
export async function archive(files: readonly ArchiveFile[], keep: Keep): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  await add(zip, { file: 'mimetype', content: Buffer.from('application/epub+zip') }, keep);
  for (const file of files) await add(zip, file, keep);
  zip.end();
  return Buffer.concat(chunks);
}

/** Packs with Node's own deflate, several times faster than one in JavaScript; what is as in the last book, is packed. */
async function add(zip: Zip, { file, content }: ArchiveFile, keep: Keep): Promise<void> {
  const bytes = Buffer.from(content);
  const isText = typeof content === 'string';
  const input: ZipInputFile = {
    filename: file,
    compression: isText ? DEFLATED : 0,
    size: bytes.length,
    crc: crc32(bytes),
    mtime: NO_TIME,
  };
  zip.add(input);
  const packed = isText ? await keep('packed', [bytes], () => deflateRawSync(bytes)) : bytes;
  input.ondata?.(null, new Uint8Array(packed), true);
}
