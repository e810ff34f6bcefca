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
  add(zip, { file: 'mimetype', content: Buffer.from('application/epub+zip') });
  for (const file of files) add(zip, file);
  zip.end();
  return Buffer.concat(chunks);
}

/** Packs with Node's own deflate, several times faster than one in JavaScript. */
function add(zip: Zip, { file, content }: ArchiveFile): void {
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
  input.ondata?.(null, new Uint8Array(isText ? deflateRawSync(bytes) : bytes), true);
}
