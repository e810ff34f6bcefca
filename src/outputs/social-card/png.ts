import { promisify } from 'node:util';
import { constants, crc32, deflate } from 'node:zlib';

/** A picture of at most 256 colours. */
export interface IndexedPicture {
  readonly width: number;
  readonly height: number;
  /** For each pixel, row by row, the place of its colour in the palette. */
  readonly pixels: Uint8Array;
  /** Colours as `0xrrggbb`. */
  readonly palette: readonly number[];
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a pixel, each the place of a colour; the only compression, filtering and order there is. */
const FORM = [8, 3, 0, 0, 0];

/** Runs of one colour are nearly all that a drawing has: finding other repetitions takes five times as long, for nothing. */
const COMPRESSION = { level: 9, strategy: constants.Z_RLE, chunkSize: 1 << 17 } as const;

const compress = promisify(deflate);

/** Writes a PNG: https://www.w3.org/TR/png-3/. */
export async function encodePng({ width, height, pixels, palette }: IndexedPicture): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(FORM, 8);
  const colours = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]);
  // A byte before each row says how it is filtered: not at all.
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', await compress(rows, COMPRESSION)),
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
