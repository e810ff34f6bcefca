import type { Sequence, SequenceStep } from './sequence.ts';

/** How far a message to oneself reaches out. */
export const LOOP = 34;

/** Two participants stand at least so far apart. */
const GAP = 28;

/** What needs room between two columns, by their positions. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** Where the middle of each participant is, by its id: far enough apart for what stands between them. */
export function columnsOf({ participants, steps }: Sequence): ReadonlyMap<string, number> {
  const position = new Map(participants.map(({ id }, index) => [id, index]));
  const gaps = participants.map(({ label }, index) => {
    const next = participants[index + 1];
    return next ? (label.width + next.label.width) / 2 + 32 + GAP : 0;
  });
  const spans = steps.flatMap((step) => spanOf(step, (id) => position.get(id) ?? 0));
  // The shortest first, so that a long one finds the room that they have made.
  for (const { from, to, width } of spans.toSorted((a, b) => a.to - a.from - (b.to - b.from))) {
    const there = gaps.slice(from, to).reduce((sum, gap) => sum + gap, 0);
    const missing = Math.max(0, width - there) / (to - from);
    for (let index = from; index < to; index++) gaps[index] = (gaps[index] ?? 0) + missing;
  }
  let x = 0;
  return new Map(
    participants.map(({ id }, index) => {
      const middle = x;
      x += gaps[index] ?? 0;
      return [id, middle];
    }),
  );
}

function spanOf(step: SequenceStep, position: (id: string) => number): Span[] {
  if (step.type === 'message') {
    const [from = 0, to = 0] = [position(step.from), position(step.to)].toSorted((a, b) => a - b);
    if (from !== to) return [{ from, to, width: step.label.width + 36 }];
    return [{ from, to: from + 1, width: LOOP + step.label.width + 28 }];
  }
  if (step.type !== 'note' || step.side === 'over') return [];
  const at = position(step.first);
  const width = step.label.width + 56;
  if (step.side === 'right') return [{ from: at, to: at + 1, width }];
  return at === 0 ? [] : [{ from: at - 1, to: at, width }];
}
