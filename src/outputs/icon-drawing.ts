import sharp, { type Sharp } from 'sharp';
import { PAGE_COLOUR } from '../styles/page-colour.ts';

export interface IconForm {
  /** Width and height in pixels. */
  readonly size: number;
  /** What is behind it, as a colour of CSS; nothing unless it is given. */
  readonly background?: string;
  /** The part of the width that the icon takes, in the middle; all of it unless it is given. */
  readonly part?: number;
}

/** An SVG as a PNG. What a renderer cannot read is drawn as nothing, as in a browser. */
export function drawIcon(svg: Uint8Array, form: IconForm): Promise<Uint8Array> {
  return framed(svg, form).png({ compressionLevel: 9 }).toBuffer();
}

/** The colour of an icon just below its top, in the middle, to go on with around it; that of the page where it has none. */
export async function edgeColour(svg: Uint8Array): Promise<string> {
  const size = 64;
  const { data } = await framed(svg, { size }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(((size / 16) * size + size / 2) * 4);
  return alpha === 255 ? `rgb(${red} ${green} ${blue})` : PAGE_COLOUR.light;
}

/** An icon may have no size of its own, or no square one: a frame around it has. */
function framed(svg: Uint8Array, { size, background, part = 1 }: IconForm): Sharp {
  const width = size * part;
  const start = (size - width) / 2;
  const behind =
    background === undefined ? '' : `<rect width="${size}" height="${size}" fill="${background}"/>`;
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${behind}<image x="${start}" y="${start}" width="${width}" height="${width}" href="${address}"/></svg>`;
  return sharp(Buffer.from(frame));
}
