import { type DiagramLabel, diagramLabel } from './label.ts';
import { DiagramMistake, type DiagramScanner } from './scanner.ts';

export type NodeShape =
  | 'box'
  | 'rounded'
  | 'stadium'
  | 'subroutine'
  | 'cylinder'
  | 'circle'
  | 'double-circle'
  | 'diamond'
  | 'hexagon'
  | 'slanted'
  | 'slanted-back';

/** A node as it stands in a statement: its shape and label only where they are given there. */
interface TypedNode {
  readonly id: string;
  readonly shape?: NodeShape;
  readonly label?: DiagramLabel;
}

/** What opens and closes a label; those that begin alike stand with the longest first. */
const SHAPES: readonly (readonly [open: string, close: string, NodeShape])[] = [
  ['(((', ')))', 'double-circle'],
  ['((', '))', 'circle'],
  ['([', '])', 'stadium'],
  ['[[', ']]', 'subroutine'],
  ['[(', ')]', 'cylinder'],
  ['[/', '/]', 'slanted'],
  ['[\\', '\\]', 'slanted-back'],
  ['{{', '}}', 'hexagon'],
  ['{', '}', 'diamond'],
  ['(', ')', 'rounded'],
  ['[', ']', 'box'],
];

// A dash or a point in an id is followed by a letter: otherwise a link begins.
const ID = /^[\p{L}\p{M}\p{N}_]+(?:[-.][\p{L}\p{M}\p{N}_]+)*/u;

/** Reads `A`, `A[label]` and other shapes. */
export function readNode(scanner: DiagramScanner): TypedNode {
  const start = scanner.column;
  const id = scanner.take(ID)?.[0];
  if (id === undefined) throw scanner.mistake((piece) => `A node must stand here, not ${piece}.`, NODES);
  if (id === 'end') throw new DiagramMistake('No node can be called `end`.', 'Write `End`.', start);
  if (scanner.rest.startsWith(':::'))
    throw scanner.mistake((piece) => `A diagram has no classes such as ${piece}.`, 'Remove it.');
  const [open, close, shape] = SHAPES.find(([sign]) => scanner.rest.startsWith(sign)) ?? [];
  if (open === undefined || close === undefined || shape === undefined) {
    if (/^[^\s&<=~.;-]/.test(scanner.rest))
      throw scanner.mistake((piece) => `After the node \`${id}\` there is ${piece}.`, NODES);
    return { id };
  }
  return { id, shape, label: labelBetween({ open, close, id }, scanner) };
}

const NODES = 'Write an id of letters and digits, and its label between brackets: `A[Some text]`.';

interface Brackets {
  readonly id: string;
  readonly open: string;
  readonly close: string;
}

function labelBetween({ id, open, close }: Brackets, scanner: DiagramScanner): DiagramLabel {
  const at = scanner.column;
  const inner = scanner.rest.slice(open.length);
  const quoted = /^\s*"([^"]*)"\s*/.exec(inner);
  const length = quoted ? quoted[0].length : inner.indexOf(close);
  const typed = quoted ? (quoted[1] ?? '') : inner.slice(0, Math.max(length, 0));
  if (length < 0 || !inner.startsWith(close, length))
    throw new DiagramMistake(
      `The label of the node \`${id}\` is never closed.`,
      `Write \`${close}\` where it ends; a label with brackets or quotes in it stands between \`"\`, quotes in it are \`#quot;\`.`,
      at,
    );
  const sign = quoted ? -1 : typed.search(/[[\](){}"]/);
  if (sign >= 0)
    throw new DiagramMistake(
      `The label of the node \`${id}\` has a \`${typed.charAt(sign)}\` in it.`,
      `Write the label between quotes: \`${open}"…"${close}\`.`,
      at + open.length + sign,
    );
  if (typed.trim() === '')
    throw new DiagramMistake(`The node \`${id}\` has an empty label.`, 'Write a label.', at);
  const taken = open.length + length + close.length;
  scanner.take(new RegExp(`^[^]{${taken}}`));
  return diagramLabel(typed);
}
