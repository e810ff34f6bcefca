/** What Temml says of an element's looks, by property of CSS. */
export type TemmlStyle = Readonly<Record<string, string | number>>;

/** The classes of `styles/math.css` that stand for inline styles, which a strict CSP forbids. */
export function styleClasses(type: string, style: TemmlStyle): string[] {
  return Object.entries(style).flatMap(([property, value]) => classesFor(type, property, String(value)));
}

/** Temml's own classes that mean something without its style sheet. */
const CLASSES: Readonly<Record<string, string>> = {
  'tml-left': 'math-align-left',
  'tml-right': 'math-align-right',
  'tml-jot': 'math-spacious',
  'tml-small': 'math-dense',
  'tml-vec': 'math-vector',
  'tml-overline': 'math-overline',
  'tml-underline': 'math-underline',
  'tml-fbox': 'math-box',
  'tml-xcancel': 'math-strike-both',
  upstrike: 'math-strike-up',
  downstrike: 'math-strike-down',
  sout: 'math-strike',
};

export function ownClasses(classes: readonly string[]): string[] {
  return classes.flatMap((name) => CLASSES[name] ?? []);
}

/** A colour as the nearest of those that are legible in light and dark. */
export function colourClass(colour: string): string | undefined {
  const [red, green, blue] = (/^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? [])
    .slice(1)
    .map((part) => Number.parseInt(part, 16));
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 40) return most > 60 ? 'math-quiet' : undefined;
  const sector =
    most === red
      ? (green - blue) / range
      : most === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range;
  const hue = (sector * 60 + 360) % 360;
  return HUES.find(([below]) => hue < below)?.[1];
}

const HUES: readonly (readonly [below: number, name: string])[] = [
  [15, 'math-red'],
  [70, 'math-orange'],
  [170, 'math-green'],
  [255, 'math-blue'],
  [320, 'math-purple'],
  [360, 'math-red'],
];

const SIDES: Readonly<Record<string, string>> = {
  paddingLeft: 'math-left',
  paddingRight: 'math-right',
};

const LINES: Readonly<Record<string, string>> = {
  borderTop: 'math-line-top',
  borderBottom: 'math-line-bottom',
  borderLeft: 'math-line-left',
  borderRight: 'math-line-right',
};

function classesFor(type: string, property: string, value: string): string[] {
  if (property === 'color') return [colourClass(value) ?? []].flat();
  if (property === 'border' && type === 'mrow') return ['math-box'];
  if (property === 'width' && type === 'mtable') return ['math-full'];
  if (property === 'width' && type === 'mtd') return ['math-glue'];
  if (property === 'marginLeft') return [`math-back-${nearestOf(BACK, -ems(value))}`];
  const side = SIDES[property];
  if (side !== undefined && type === 'mtd') return [`${side}-${nearestOf(STEPS, ems(value))}`];
  const line = LINES[property];
  if (line === undefined) return [];
  const [, kind = 'solid'] = /\b(dashed|double)\b/.exec(value) ?? [];
  return [kind === 'solid' ? line : `${line}-${kind}`];
}

/** The steps of distance in `styles/math.css`, in hundredths of an em. */
const STEPS = [0, 15, 40, 60, 100, 200];
const BACK = [17, 50, 100, 200];

function nearestOf(steps: readonly number[], em: number): number {
  return steps.reduce((best, step) => (Math.abs(step - em * 100) < Math.abs(best - em * 100) ? step : best));
}

/** A point is a tenth of the size that Temml counts with. */
function ems(value: string): number {
  const number = Number.parseFloat(value);
  return value.endsWith('pt') ? number / 10 : number;
}
