import type { SocialCard } from './card.ts';
import { CARD_SIZE, MARGIN } from './layout.ts';
import { type Mask, maskOf } from './mask.ts';
import { around, type Outline } from './outline.ts';
import type { Ink } from './palette.ts';
import { remembered } from './remembered.ts';

/** What is drawn at once in one ink. */
export interface Layer {
  readonly ink: Ink;
  readonly masks: readonly Mask[];
  readonly opacity?: number;
}

type Direction = SocialCard['direction'];

export const LOGO = { y: 64, size: 44 } as const;
const STEPS = { y: 562, height: 6, gap: 8 } as const;
/** More steps than these would be dots: they are drawn as one line. */
const MOST_STEPS = 40;
const WIDTH = CARD_SIZE.width - 2 * MARGIN;

/** Where something begins that is so far from the start of a line: the right, on a card read from there. */
export function fromStart(direction: Direction, start: number, width: number): number {
  return direction === 'rtl' ? CARD_SIZE.width - MARGIN - start - width : MARGIN + start;
}

const stroke = (width: number, ...points: [number, number][]) => around(points, width / 2);

/** As `public/favicon.svg`, in a square of 32 pixels. */
const LOGO_SHAPES = {
  square: stroke(14, [7, 7], [25, 7], [7, 25], [25, 25]),
  links: [...stroke(1.8, [8, 9], [16, 14]), ...stroke(1.8, [16, 14], [24, 18])],
  lines: [
    ...stroke(3.5, [8, 23], [8, 9]),
    ...stroke(3.5, [16, 23], [16, 14]),
    ...stroke(3.5, [24, 23], [24, 18]),
  ],
};

const logos = new Map<Direction, readonly Layer[]>();

export function logo(direction: Direction): readonly Layer[] {
  return remembered(logos, direction, () => {
    const spot = { x: fromStart(direction, 0, LOGO.size), y: LOGO.y, size: LOGO.size / 32 };
    const masks = (outline: Outline) => [maskOf(outline, spot)];
    return [
      { ink: 'accent', masks: masks(LOGO_SHAPES.square) },
      { ink: 'logo', masks: masks(LOGO_SHAPES.links), opacity: 0.6 },
      { ink: 'logo', masks: masks(LOGO_SHAPES.lines) },
    ];
  });
}

/** How far a reader has come in a series: one bar a part, or a longer one on that of the whole. */
export function steps({ progress, direction }: SocialCard): Layer[] {
  const { part, parts } = progress ?? { part: 0, parts: 1 };
  if (parts > MOST_STEPS) {
    const done = Math.max(STEPS.height, (WIDTH * part) / parts);
    const whole: Layer = { ink: 'line', masks: barsOf(direction, 1) };
    return part > 0 ? [whole, { ink: 'done', masks: [bar(direction, 0, done)] }] : [whole];
  }
  return barsOf(direction, parts).map((mask, index) => {
    const ink = index + 1 === part ? 'accent' : index < part ? 'step' : 'line';
    return { ink, masks: [mask] };
  });
}

const bars = new Map<string, readonly Mask[]>();

/** The line in so many bars, which all cards of a series have. */
function barsOf(direction: Direction, parts: number): readonly Mask[] {
  return remembered(bars, `${direction} ${parts}`, () => {
    const step = (WIDTH + STEPS.gap) / parts;
    return Array.from({ length: parts }, (_, index) => bar(direction, index * step, step - STEPS.gap));
  });
}

function bar(direction: Direction, from: number, length: number): Mask {
  const radius = STEPS.height / 2;
  const ends = [radius, length - radius].map((x) => [x, radius] as const);
  return maskOf(around(ends, radius), { x: fromStart(direction, from, length), y: STEPS.y, size: 1 });
}
