import type { CardLayout } from './layout.ts';
import { CARD_SIZE, MARGIN, TITLE_BAND } from './layout.ts';
import type { FittedText } from './fitting.ts';
import { PALETTE } from './palette.ts';
import type { ShapedLine } from './shaping.ts';

/** The last baseline of what stands below the title, and the line of steps. */
const FOOT = 532;
const STEPS = { y: 562, height: 6, gap: 8 } as const;
const LOGO = { y: 64, size: 44 } as const;
/** More steps than these would be dots: they are drawn as one line. */
const MOST_STEPS = 40;

interface Place {
  /** From the start of the line: the left, or the right of a card that is read from there. */
  readonly start: number;
  readonly baseline: number;
  readonly colour: string;
}

/** The card as SVG in which letters are outlines, so that no font is needed to draw it. */
export function toSvg(layout: CardLayout): string {
  const { card, site, title, label, remark, remarkStart } = layout;
  const line = title.leading * title.size;
  const middle = (TITLE_BAND.top + TITLE_BAND.bottom) / 2;
  // Letters stand between a quarter below and three quarters above the middle of their line.
  const first = middle - (title.lines.length * line) / 2 + line / 2 + title.size * 0.27;
  const place = (text: FittedText, { start, baseline, colour }: Place) =>
    `<g fill="${colour}">${text.lines
      .map((row, index) => {
        const x =
          card.direction === 'rtl'
            ? CARD_SIZE.width - MARGIN - start - row.width * text.size
            : MARGIN + start;
        return drawLine(row, text.size, { x, y: baseline + index * text.leading * text.size });
      })
      .join('')}</g>`;
  const foot = FOOT - Math.max(0, remark.lines.length - 1) * remark.leading * remark.size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_SIZE.width}" height="${CARD_SIZE.height}">`,
    `<rect width="100%" height="100%" fill="${PALETTE.page}"/>`,
    logo(card.direction),
    place(site, {
      start: LOGO.size + 20,
      baseline: LOGO.y + LOGO.size / 2 + site.size * 0.33,
      colour: PALETTE.text,
    }),
    place(title, { start: 0, baseline: first, colour: PALETTE.text }),
    place(label, { start: 0, baseline: foot, colour: PALETTE.accent }),
    place(remark, { start: remarkStart, baseline: foot, colour: PALETTE['text-quiet'] }),
    steps(layout),
    '</svg>',
  ].join('\n');
}

function drawLine({ glyphs }: ShapedLine, size: number, { x, y }: { x: number; y: number }): string {
  return glyphs
    .map(({ face, glyph, x: dx, y: dy }) => {
      const outline = face.outline(glyph);
      const scale = short(size / face.unitsPerEm, 5);
      const [left, base] = [short(x + dx * size, 2), short(y - dy * size, 2)];
      return outline && `<path transform="matrix(${scale} 0 0 -${scale} ${left} ${base})" d="${outline}"/>`;
    })
    .join('');
}

/** As `public/favicon.svg`. */
function logo(direction: 'ltr' | 'rtl'): string {
  const x = direction === 'rtl' ? CARD_SIZE.width - MARGIN - LOGO.size : MARGIN;
  return [
    `<g transform="translate(${x} ${LOGO.y}) scale(${LOGO.size / 32})" stroke="${PALETTE['on-accent']}" stroke-linecap="round">`,
    `<rect width="32" height="32" rx="7" fill="${PALETTE.accent}" stroke="none"/>`,
    '<path d="M8 23V9m8 14V14m8 9v-5" stroke-width="3.5"/>',
    '<path d="M8 9 16 14l8 4" fill="none" stroke-width="1.8" opacity=".6"/></g>',
  ].join('');
}

function steps({ card: { progress, direction } }: CardLayout): string {
  const width = CARD_SIZE.width - 2 * MARGIN;
  const { part, parts } = progress ?? { part: 0, parts: 1 };
  const bar = (from: number, length: number, colour: string) => {
    const x = direction === 'rtl' ? CARD_SIZE.width - MARGIN - from - length : MARGIN + from;
    return `<rect x="${short(x, 2)}" y="${STEPS.y}" width="${short(length, 2)}" height="${STEPS.height}" rx="${STEPS.height / 2}" fill="${colour}"/>`;
  };
  if (parts > MOST_STEPS) {
    const done = Math.max(STEPS.height, (width * part) / parts);
    return bar(0, width, PALETTE.line) + (part > 0 ? bar(0, done, PALETTE.accent) : '');
  }
  const step = (width + STEPS.gap) / parts;
  return Array.from({ length: parts }, (_, index) => {
    const colour = index + 1 === part ? 'accent' : index < part ? 'link-line' : 'line';
    return bar(index * step, step - STEPS.gap, PALETTE[colour]);
  }).join('');
}

function short(number: number, digits: number): string {
  return String(Number(number.toFixed(digits)));
}
