import { constants, crc32, deflateSync } from 'node:zlib';

/** A picture of at most 256 colours. */
export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  /** Row by row a byte 0, which says that the row is not filtered, and for each pixel the place of its colour. */
  readonly rows: Uint8Array;
  /** Colours as `0xrrggbb`. */
  readonly palette: readonly number[];
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a pixel, each the place of a colour; the only compression, filtering and order there is. */
const FORM = [8, 3, 0, 0, 0];

/** Runs of one colour are nearly all that a drawing has: finding other repetitions takes five times as long, for nothing. */
const COMPRESSION = { level: 9, strategy: constants.Z_RLE, chunkSize: 1 << 15 } as const;

/** Writes a PNG: https://www.w3.org/TR/png-3/. */
export function encodePng({ width, height, rows, palette }: IndexedPicture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(FORM, 8);
  const colours = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', deflateSync(rows, COMPRESSION)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
