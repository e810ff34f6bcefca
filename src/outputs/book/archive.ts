import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

export interface ArchiveFile {
  readonly file: string;
  /** A text is packed; bytes are taken to be packed already, as pictures are. */
  readonly content: string | Uint8Array;
}

/** The same in all zones: archives have no zone. */
const NO_TIME = new Date(1980, 0, 1);

const DEFLATED = 8;

/** A zip as an EPUB is one: what it is stands first, and the same files make the same bytes. */
export function archive(files: readonly ArchiveFile[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  add(zip, 'mimetype', Buffer.from('application/epub+zip'), 0);
  for (const { file, content } of files) {
    add(zip, file, Buffer.from(content), typeof content === 'string' ? DEFLATED : 0);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** Packs with Node's own deflate, several times faster than one in JavaScript. */
function add(zip: Zip, filename: string, bytes: Buffer, compression: number): void {
  const packed = new Uint8Array(compression === DEFLATED ? deflateRawSync(bytes) : bytes);
  const file: ZipInputFile = {
    filename,
    compression,
    size: bytes.length,
    crc: crc32(bytes),
    mtime: NO_TIME,
  };
  zip.add(file);
  file.ondata?.(null, packed, true);
}
