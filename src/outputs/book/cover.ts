import sharp, { type OverlayOptions } from 'sharp';
import { escaped } from '../escaped.ts';

export interface CoverText {
  readonly title: string;
  /** What stands below the title: the site that the book is of. */
  readonly line: string;
}

const WIDTH = 1200;
const HEIGHT = 1800;
const MARGIN = 120;
const INK = '#f3f1eb';
const QUIET = '#9cc0f7';

/** The cover of a book as PNG: a stack of layers, as in the things that the series is about. */
export async function drawCover({ title, line }: CoverText): Promise<Uint8Array> {
  const words = [
    await written(title, { top: 220, height: 620, size: 96, colour: INK, weight: 'bold' }),
    await written(line, { top: HEIGHT - MARGIN - 80, height: 80, size: 40, colour: QUIET, weight: 'normal' }),
  ];
  return sharp(Buffer.from(background()))
    .composite(words.flat())
    .png({ compressionLevel: 9, palette: true, colours: 64 })
    .toBuffer();
}

function background(): string {
  const layers = Array.from({ length: 6 }, (_, layer) => {
    const y = 1450 - layer * 84;
    const opacity = (0.9 - layer * 0.13).toFixed(2);
    return `<rect x="${MARGIN}" y="${y}" width="${WIDTH - 2 * MARGIN - layer * 120}" height="52" rx="10" fill="#84aef0" opacity="${opacity}"/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<rect width="100%" height="100%" fill="#15171c"/>` +
    `<rect x="${MARGIN}" y="${MARGIN}" width="120" height="10" fill="#84aef0"/>${layers.join('')}</svg>`
  );
}

interface Writing {
  readonly top: number;
  readonly height: number;
  /** The size of the letters in pixels, where there is room for them. */
  readonly size: number;
  readonly colour: string;
  readonly weight: 'bold' | 'normal';
}

/** Text in lines as wide as the cover allows, smaller where it would need more room than there is. */
async function written(
  text: string,
  { top, height, size, colour, weight }: Writing,
): Promise<OverlayOptions[]> {
  if (text.trim() === '') return [];
  const width = WIDTH - 2 * MARGIN;
  const markup = `<span foreground="${colour}" font_weight="${weight}">${escaped(text)}</span>`;
  for (let letters = size; letters >= 16; letters = Math.floor(letters * 0.88)) {
    // At 72 dots an inch a point is a pixel.
    const font = `sans-serif ${letters}`;
    const input = { text: { text: markup, font, width, dpi: 72, rgba: true, wrap: 'word-char' } } as const;
    const { data, info } = await sharp(input).png().toBuffer({ resolveWithObject: true });
    if (info.height > height || info.width > width) continue;
    const isRightToLeft = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
    const left = isRightToLeft ? WIDTH - MARGIN - info.width : MARGIN;
    return [{ input: data, top, left }];
  }
  return [];
}
