export interface IcoPicture {
  /** Width and height in pixels, less than 256. */
  readonly size: number;
  readonly png: Uint8Array;
}

const HEADER_SIZE = 6;
const ENTRY_SIZE = 16;

/** An ICO file of PNG pictures: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10). */
export function icoOf(pictures: readonly IcoPicture[]): Uint8Array {
  const header = Buffer.alloc(HEADER_SIZE + ENTRY_SIZE * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, index) => {
    const entry = HEADER_SIZE + ENTRY_SIZE * index;
    header.writeUInt8(size, entry);
    header.writeUInt8(size, entry + 1);
    // One plane of 32 bits a pixel.
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}
