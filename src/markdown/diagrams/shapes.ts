import type { Element } from 'hast';
import { s } from 'hastscript';
import { type DiagramLabel, FONT_SIZE, LINE_HEIGHT } from './label.ts';

/** What is drawn, in pixels; it is shown with some room around it. */
export interface Drawing {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly children: readonly Element[];
}

export type Point = readonly [x: number, y: number];

/** Two decimals are finer than any screen. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function pathOf(points: readonly Point[], isClosed = false): string {
  const [first = '', ...others] = points.map(([x, y]) => `${rounded(x)} ${rounded(y)}`);
  return `M${first}L${others.join(' ')}${isClosed ? 'Z' : ''}`;
}

export interface TextPlace {
  readonly x: number;
  /** The middle of all lines. */
  readonly y: number;
  /** Where `x` is; the middle of the text where it is left out. */
  readonly anchor?: 'start';
}

/** A label as SVG text, one `tspan` a line. */
export function textOf({ lines, height }: DiagramLabel, { x, y, anchor }: TextPlace): Element | undefined {
  if (lines.length === 0) return undefined;
  const baseline = y - height / 2 + LINE_HEIGHT / 2 + FONT_SIZE * 0.35;
  const ends = { x: rounded(x), ...(anchor && { textAnchor: anchor }) };
  const [only = ''] = lines;
  if (lines.length === 1) return s('text', { ...ends, y: rounded(baseline) }, only);
  return s(
    'text',
    anchor && { textAnchor: anchor },
    lines.map((line, index) =>
      // The space keeps words of two lines apart where the text is read or copied.
      s(
        'tspan',
        { x: rounded(x), y: rounded(baseline + index * LINE_HEIGHT) },
        index > 0 ? ` ${line}` : line,
      ),
    ),
  );
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

export function boxOf({ x, y, width, height, radius = 4 }: Box, className?: string): Element {
  return s('rect', {
    ...(className !== undefined && { className: [className] }),
    x: rounded(x),
    y: rounded(y),
    width: rounded(width),
    height: rounded(height),
    rx: rounded(radius),
  });
}
