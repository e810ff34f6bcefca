import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Sequence, SequenceStep } from './sequence.ts';
import { columnsOf, LOOP } from './sequence-columns.ts';
import { SequenceFrames } from './sequence-frames.ts';
import { boxOf, type Drawing, pathOf, type Point, rounded, textOf } from './shapes.ts';

type Message = Extract<SequenceStep, { type: 'message' }>;
type Note = Extract<SequenceStep, { type: 'note' }>;

/** Draws participants side by side, and steps from top to bottom. */
export function drawSequence(sequence: Sequence): Drawing {
  const canvas = new SequenceCanvas(sequence);
  for (const step of sequence.steps) canvas.step(step);
  return canvas.drawing();
}

class SequenceCanvas {
  readonly #sequence: Sequence;
  readonly #middles: ReadonlyMap<string, number>;
  readonly #frames = new SequenceFrames();
  readonly #steps: Element[] = [];
  readonly #headHeight: number;
  #y: number;

  constructor(sequence: Sequence) {
    this.#sequence = sequence;
    this.#middles = columnsOf(sequence);
    this.#headHeight = Math.max(...sequence.participants.map(({ label }) => label.height)) + 20;
    this.#y = this.#headHeight + 10;
    for (const { id, label } of sequence.participants) this.#frames.reach(this.#at(id), label.width / 2 + 16);
  }

  step(step: SequenceStep): void {
    if (step.type === 'message') this.#message(step);
    else if (step.type === 'note') this.#note(step);
    else if (step.type === 'end') this.#y = this.#frames.end(this.#y);
    else if (step.type === 'frame') this.#y = this.#frames.start(step, this.#y);
    else this.#y = this.#frames.part(step, this.#y);
  }

  drawing(): Drawing {
    const height = this.#y + 14;
    const heads = this.#sequence.participants.map(({ id, label }) => {
      const x = this.#at(id);
      const width = label.width + 32;
      return s('g', [
        boxOf({ x: x - width / 2, y: 0, width, height: this.#headHeight }, 'box'),
        textOf(label, { x, y: this.#headHeight / 2 }),
      ]);
    });
    const lines = this.#sequence.participants.map(({ id }) =>
      s('path', {
        d: pathOf([
          [this.#at(id), this.#headHeight],
          [this.#at(id), height],
        ]),
        strokeDasharray: '2 5',
      }),
    );
    const { left, right, drawn } = this.#frames;
    return {
      left,
      top: 0,
      width: right - left,
      height,
      children: [...lines, ...drawn, ...heads, ...this.#steps],
    };
  }

  #at(id: string): number {
    return this.#middles.get(id) ?? 0;
  }

  #message({ from, to, isDashed, head, label }: Message): void {
    const [start, end] = [this.#at(from), this.#at(to)];
    const line = { ...(isDashed && { strokeDasharray: '5 4' }) };
    this.#frames.reach(start, 12);
    this.#frames.reach(end, 12);
    if (from === to) {
      const y = this.#y + 12;
      const height = Math.max(label.height, 24);
      const d = `M${rounded(start)} ${y}h${LOOP}v${height}H${rounded(start + 1)}`;
      const text = textOf(label, { x: start + LOOP + 8, y: y + height / 2, anchor: 'start' });
      this.#frames.reach(start + LOOP + 8 + label.width, 8);
      this.#steps.push(
        s('g', [s('path', { d, ...line }), ...headOf(head, [start + 1, y + height], -1), text]),
      );
      this.#y = y + height + 10;
      return;
    }
    const y = this.#y + 8 + label.height + 6;
    const middle = (start + end) / 2;
    const ahead = Math.sign(end - start);
    this.#frames.reach(middle, label.width / 2 + 4);
    const text = textOf(label, { x: middle, y: y - 5 - label.height / 2 });
    const path = pathOf([
      [start, y],
      [end - ahead, y],
    ]);
    this.#steps.push(
      s('g', [s('path', { d: path, ...line }), ...headOf(head, [end - ahead, y], ahead), text]),
    );
    this.#y = y + 10;
  }

  #note({ side, first, last, label }: Note): void {
    const [one, other] = [this.#at(first), this.#at(last)];
    const width = Math.max(label.width + 24, side === 'over' ? Math.abs(other - one) + 48 : 0);
    const shift = { left: -width / 2 - 12, right: width / 2 + 12, over: 0 }[side];
    const middle = (side === 'over' ? (one + other) / 2 : one) + shift;
    const box = { x: middle - width / 2, y: this.#y + 10, width, height: label.height + 14 };
    this.#frames.reach(middle, width / 2 + 6);
    this.#steps.push(
      s('g', [boxOf({ ...box, radius: 0 }, 'area'), textOf(label, { x: middle, y: box.y + box.height / 2 })]),
    );
    this.#y = box.y + box.height + 4;
  }
}

/** The end of an arrow that goes to the right (1) or to the left (-1). */
function headOf(head: Message['head'], [x, y]: Point, ahead: number): Element[] {
  const back = x - ahead * 9;
  switch (head) {
    case 'none':
      return [];
    case 'filled':
      return [
        s('path.head', {
          d: pathOf(
            [
              [x, y],
              [back, y - 4.5],
              [back, y + 4.5],
            ],
            true,
          ),
        }),
      ];
    case 'open':
      return [
        s('path', {
          d: pathOf([
            [back, y - 4.5],
            [x, y],
            [back, y + 4.5],
          ]),
        }),
      ];
    case 'cross': {
      const cross = `M${rounded(x - ahead * 11)} ${y - 5}l10 10m0-10l-10 10`;
      return [
        s('path', { d: ahead > 0 ? cross : `M${rounded(x + 1)} ${y - 5}l10 10m0-10l-10 10`, strokeWidth: 2 }),
      ];
    }
  }
}
