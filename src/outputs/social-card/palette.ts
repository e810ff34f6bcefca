/** The light palette of `tokens.css`, where the same names have the same values. */
export const PALETTE = {
  page: '#fbfaf7',
  line: '#e2dfd6',
  text: '#1c1e22',
  'text-quiet': '#50545c',
  'link-line': '#a9bfe2',
  accent: '#2b59a8',
  'on-accent': '#ffffff',
} as const;

type Colour = keyof typeof PALETTE;

/** What cards are drawn in: a colour, and what it is drawn on. It covers those before it in the list. */
const INKS = {
  line: ['line', 'page'],
  step: ['link-line', 'page'],
  text: ['text', 'page'],
  quiet: ['text-quiet', 'page'],
  accent: ['accent', 'page'],
  done: ['accent', 'line'],
  logo: ['on-accent', 'accent'],
} as const satisfies Readonly<Record<string, readonly [colour: Colour, ground: Colour]>>;

export type Ink = keyof typeof INKS;

/** An ink has so many shades, which hide the steps of an edge, up to the whole colour. */
export const SHADES = 15;

/** All colours that are on cards, as `0xrrggbb`: that of the page, then the shades of each ink. */
export const COLOURS: readonly number[] = [
  mixed('page', 'page', 1),
  ...Object.values(INKS).flatMap(([colour, ground]) =>
    Array.from({ length: SHADES }, (_, shade) => mixed(colour, ground, (shade + 1) / SHADES)),
  ),
];

/** The place among the colours of an ink's faintest shade. */
export function placeOf(ink: Ink): number {
  return 1 + Object.keys(INKS).indexOf(ink) * SHADES;
}

function mixed(colour: Colour, ground: Colour, part: number): number {
  return [1, 3, 5].reduce((sum, at) => {
    const [over, under] = [colour, ground].map((name) => parseInt(PALETTE[name].slice(at, at + 2), 16));
    return sum * 256 + Math.round((over ?? 0) * part + (under ?? 0) * (1 - part));
  }, 0);
}
