import type { FittedText } from './fitting.ts';
import { CARD_SIZE, type CardLayout, TITLE_BAND } from './layout.ts';
import { letterOf } from './letters.ts';
import { fromStart, type Layer, LOGO, logo, steps } from './marks.ts';
import type { Mask } from './mask.ts';
import { COLOURS, type Ink, placeOf, SHADES } from './palette.ts';
import { encodePng } from './png.ts';
import { remembered } from './remembered.ts';

/** To be counted up when the same card is drawn otherwise; it is part of its file's name, which caches keep for a year. */
export const EDITION = '2';

/** The last baseline of what stands below the title. */
const FOOT = 532;

/** Those of one card at a time: new ones for each would take a tenth of the time. */
const rows = new Uint8Array((1 + CARD_SIZE.width) * CARD_SIZE.height);

/** The card as a PNG. Letters are drawn as outlines, so that no machine's own fonts matter. */
export function drawCard(layout: CardLayout): Uint8Array {
  rows.fill(0);
  for (const { ink, masks, opacity = 1 } of layersOf(layout)) {
    const mixed = mixedWith(ink, opacity);
    for (const mask of masks) put(mask, mixed);
  }
  return encodePng({ ...CARD_SIZE, rows, palette: COLOURS });
}

/** Goes as far from what is there towards an ink as a mask says; where shapes of one ink touch, both add to it. */
function put({ left, top, width, height, shades }: Mask, mixed: Uint8Array): void {
  // Not `-left`: of 0 it would be -0, and so numbers with a fraction for each pixel.
  const [from, to] = [Math.max(0, 0 - left), Math.min(width, CARD_SIZE.width - left)];
  const last = Math.min(height, CARD_SIZE.height - top);
  for (let row = Math.max(0, 0 - top); row < last; row += 1) {
    const start = (top + row) * (1 + CARD_SIZE.width) + 1 + left;
    for (let column = from; column < to; column += 1) {
      const under = rows[start + column] ?? 0;
      rows[start + column] = mixed[under * (1 + SHADES) + (shades[row * width + column] ?? 0)] ?? 0;
    }
  }
}

const tables = new Map<string, Uint8Array>();

/** The place of a colour for each that may be there, and for each shade of an ink that is put on it. */
function mixedWith(ink: Ink, opacity: number): Uint8Array {
  return remembered(tables, `${ink} ${opacity}`, () => {
    const ground = placeOf(ink) - 1;
    const places = COLOURS.flatMap((_, under) =>
      Array.from({ length: 1 + SHADES }, (_, shade) => {
        if (shade === 0) return under;
        return Math.min(ground + SHADES, Math.max(ground, under) + Math.round(shade * opacity));
      }),
    );
    return Uint8Array.from(places);
  });
}

function layersOf(layout: CardLayout): Layer[] {
  const { card, site, title, label, remark, remarkStart } = layout;
  const line = title.leading * title.size;
  const middle = (TITLE_BAND.top + TITLE_BAND.bottom) / 2;
  // Letters stand between a quarter below and three quarters above the middle of their line.
  const first = middle - (title.lines.length * line) / 2 + line / 2 + title.size * 0.27;
  const beside = LOGO.y + LOGO.size / 2 + site.size * 0.33;
  const foot = FOOT - Math.max(0, remark.lines.length - 1) * remark.leading * remark.size;
  const set = (text: FittedText, start: number, baseline: number) =>
    lettersOf(text, { baseline, left: (width) => fromStart(card.direction, start, width) });
  return [
    ...logo(card.direction),
    { ink: 'text', masks: set(site, LOGO.size + 20, beside) },
    { ink: 'text', masks: set(title, 0, first) },
    { ink: 'accent', masks: set(label, 0, foot) },
    { ink: 'quiet', masks: set(remark, remarkStart, foot) },
    ...steps(card),
  ];
}

interface Lines {
  readonly baseline: number;
  /** Of a line so wide. */
  readonly left: (width: number) => number;
}

function lettersOf({ size, leading, lines }: FittedText, { baseline, left }: Lines): Mask[] {
  return lines.flatMap(({ width, glyphs }, row) => {
    const [x, y] = [left(width * size), baseline + row * leading * size];
    return glyphs.map((one) =>
      letterOf(one.face, one.glyph, { x: x + one.x * size, y: y - one.y * size, size }),
    );
  });
}
