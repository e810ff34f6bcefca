import type { Element } from 'hast';
import { s } from 'hastscript';
import { type DiagramLabel, diagramLabel } from './label.ts';
import { boxOf, pathOf, textOf } from './shapes.ts';

/** The first line of a frame or of a part of it: its word, and what is said of it. */
interface FrameLine {
  readonly word: string;
  readonly label: DiagramLabel;
}

interface OpenFrame {
  readonly top: number;
  readonly lines: { readonly label: DiagramLabel; readonly y: number }[];
  left: number;
  right: number;
}

/** Draws frames around the steps that stand in them, and knows how wide all is. */
export class SequenceFrames {
  readonly #open: OpenFrame[] = [];
  readonly #drawn: Element[] = [];
  left = 0;
  right = 0;

  /** The frames that are closed, the outer ones first. */
  get drawn(): readonly Element[] {
    return this.#drawn.toReversed();
  }

  /** Says that something is drawn around `x`. */
  reach(x: number, room: number): void {
    for (const frame of [this, ...this.#open]) {
      frame.left = Math.min(frame.left, x - room);
      frame.right = Math.max(frame.right, x + room);
    }
  }

  /** Gives back where the next step stands, as the others do. */
  start(line: FrameLine, y: number): number {
    this.#open.push({ top: y + 12, lines: [], left: Infinity, right: -Infinity });
    return this.#line(line, y + 12);
  }

  part(line: FrameLine, y: number): number {
    return this.#line(line, y + 8);
  }

  end(y: number): number {
    const frame = this.#open.pop();
    if (!frame) return y;
    const isEmpty = frame.left === Infinity;
    const left = (isEmpty ? this.left : frame.left) - 10;
    const widest = Math.max(...frame.lines.map(({ label }) => label.width)) + 24;
    const right = Math.max((isEmpty ? this.right : frame.right) + 10, left + widest);
    const bottom = y + 8;
    this.reach((left + right) / 2, (right - left) / 2);
    this.#drawn.push(
      s('g', [
        boxOf({ x: left, y: frame.top, width: right - left, height: bottom - frame.top }),
        ...frame.lines.flatMap(({ label, y: top }, index) => [
          index === 0
            ? undefined
            : s('path', {
                d: pathOf([
                  [left, top],
                  [right, top],
                ]),
                strokeDasharray: '5 4',
              }),
          textOf(label, { x: left + 10, y: top + 6 + label.height / 2, anchor: 'start' }),
        ]),
      ]),
    );
    return bottom + 4;
  }

  #line({ word, label }: FrameLine, y: number): number {
    const whole = diagramLabel([word, ...label.lines].join(' '));
    this.#open.at(-1)?.lines.push({ label: whole, y });
    return y + whole.height + 8;
  }
}
