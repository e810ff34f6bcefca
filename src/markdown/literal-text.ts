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
  return node.children.reduce((sofar, child) => {
    if (child.type === 'text' || child.type === 'break') return sofar;
    const [start, end] = rangeOf(child).map((at) => (at === undefined ? undefined : at - offset));
    if (start === undefined || end === undefined) return sofar;
    const isLiteralAddress = child.type === 'link' && !/^[[<]/.test(text.slice(start, end));
    if (isLiteralAddress) return sofar;
    const isStress = child.type === 'emphasis' || child.type === 'strong' || child.type === 'delete';
    if (isStress) return blotted(child, sofar, offset);
    return sofar.slice(0, start) + (BLOTS[child.type] ?? ' ').repeat(end - start) + sofar.slice(end);
  }, text);
}

function rangeOf({ position }: Nodes): readonly [number | undefined, number | undefined] {
  return [position?.start.offset, position?.end.offset];
}
