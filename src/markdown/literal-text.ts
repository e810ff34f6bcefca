import type { Nodes, Parents, Root } from 'mdast';

/** A stretch of source that Markdown shows as text; what is anything else in it is blotted out. */
export interface LiteralText {
  readonly text: string;
  /** Where it begins in the source. */
  readonly offset: number;
}

const CONTAINERS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'defListTerm']);

/** Code is a letter to what stands beside it, as in `` `A`[i][j] ``; anything else is a gap. */
const BLOTS: Readonly<Record<string, string>> = { inlineCode: 'x' };

/** The text of each paragraph, heading and cell, at its place in the source and of its length there. */
export function literalTexts(tree: Root, source: string): LiteralText[] {
  return containersIn(tree).flatMap((node) => {
    const [start, end] = rangeOf(node);
    if (start === undefined || end === undefined) return [];
    return [{ text: blotted(node, source.slice(start, end), start), offset: start }];
  });
}

function containersIn(node: Nodes): Parents[] {
  if (!('children' in node)) return [];
  return CONTAINERS.has(node.type) ? [node] : node.children.flatMap(containersIn);
}

function blotted(node: Parents, text: string, offset: number): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { blot, start, end } of blotsIn(node, text, offset)) {
    pieces.push(text.slice(at, start), blot.repeat(Math.max(0, end - Math.max(at, start))));
    at = Math.max(at, end);
  }
  return [...pieces, text.slice(at)].join('');
}

interface Blot {
  readonly blot: string;
  readonly start: number;
  readonly end: number;
}

/** In the order of the text; ranges count in the text, which begins at an offset of the source. */
function blotsIn(node: Parents, text: string, offset: number): Blot[] {
  return node.children.flatMap((child) => {
    if (child.type === 'text' || child.type === 'break') return [];
    const [start, end] = rangeOf(child).map((at) => (at === undefined ? undefined : at - offset));
    if (start === undefined || end === undefined) return [];
    const isLiteralAddress = child.type === 'link' && !/^[[<]/.test(text.slice(start, end));
    if (isLiteralAddress) return [];
    const isStress = child.type === 'emphasis' || child.type === 'strong' || child.type === 'delete';
    return isStress ? blotsIn(child, text, offset) : [{ blot: BLOTS[child.type] ?? ' ', start, end }];
  });
}

function rangeOf({ position }: Nodes): readonly [number | undefined, number | undefined] {
  return [position?.start.offset, position?.end.offset];
}
