import type { Nodes, Root } from 'mdast';
import type { Range, TextEdit } from '../text-edits.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { CopyContext } from './element-words.ts';
import { rangeOf } from './node-range.ts';

/** What holds blocks of text. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'blockquote',
  'defList',
  'defListDescription',
  'footnoteDefinition',
  'list',
  'listItem',
  'root',
]);

/** The edits that put the blocks of a copy in the place of a tree's elements, expressions and imports. */
export function blockEdits(tree: Root, context: CopyContext): TextEdit[] {
  return containerEdits(tree, [], context);
}

/** `cuts` are the columns that are taken from each line of the container, which is moved to the left. */
function containerEdits(container: Nodes, cuts: readonly Range[], context: CopyContext): TextEdit[] {
  const children: readonly Nodes[] = 'children' in container ? container.children : [];
  const whole = spanOf(children);
  if (!CONTAINERS.has(container.type) || !whole) return [];
  const blocks = blocksOf(children, context);
  const width = container.type === 'root' ? 0 : whole.start - lineStart(whole.start, context.source);
  const prefix = linePrefix(whole.start, width, { cuts, context });
  const edits: TextEdit[] = [];
  let end = whole.start;
  let words: string[] = [];
  let isFirst = true;
  for (const block of [...blocks, undefined]) {
    if (block?.words !== undefined) {
      words.push(block.words);
      continue;
    }
    const start = block?.range.start ?? whole.end;
    const gap = context.source.slice(end, start);
    const isUntouched = words.length === 0 && !isTouched(gap, isFirst);
    if (!isUntouched) {
      const pieces = [...(isFirst ? [] : ['']), ...words, ...(block ? [''] : [])];
      const between = context.eol + prefix.trimEnd() + context.eol + prefix;
      edits.push({ start: end, end: start, text: pieces.join(between) });
    }
    if (!block) break;
    if (block.before !== '') edits.push({ start, end: start, text: block.before });
    edits.push(...innerEdits(block, { width, cuts, isUntouched }, context));
    ({ end } = block.range);
    words = [];
    isFirst = false;
  }
  return edits;
}

/** Whether there is something between two blocks that the copy does not have. */
function isTouched(gap: string, isFirst: boolean): boolean {
  return isFirst ? gap !== '' : /[^\s>]/.test(gap);
}

interface Place {
  /** The column at which the container's blocks begin in the copy, counted in the source. */
  readonly width: number;
  readonly cuts: readonly Range[];
  /** Whether what stands before the block is as it was typed, so that its first line is moved, too. */
  readonly isUntouched: boolean;
}

/** Moves the lines of a block to where the container's begin, and edits what the block holds. */
function innerEdits(
  { range, node, isInside }: Extract<Block, { range: Range }>,
  { width, cuts, isUntouched }: Place,
  context: CopyContext,
): TextEdit[] {
  const { source } = context;
  const first = lineStart(range.start, source);
  const column = range.start - first;
  const isAlone = source.slice(first + width, range.start).trim() === '';
  const shift = isAlone ? column - width : 0;
  const starts = lineStarts(source, range);
  const moved = (isUntouched && isAlone ? [first, ...starts] : starts).flatMap((start): TextEdit[] => {
    const from = start + width;
    const [space = ''] = /^[ \t]*/.exec(source.slice(from, from + shift)) ?? [];
    return space === '' ? [] : [{ start: from, end: from + space.length, text: '' }];
  });
  // Without MDX, what begins so far to the right would be code.
  const isMoved = isInside || (context.isMdx && shift > 3);
  const own = isMoved ? moved : [];
  const cut = isMoved ? [...cuts, { start: width, end: width + shift }] : cuts;
  return [...own, ...(node ? deepEdits(node, cut, context) : [])];
}

function deepEdits(node: Nodes, cuts: readonly Range[], context: CopyContext): TextEdit[] {
  if (node.type === 'list' || node.type === 'defList')
    return node.children.flatMap((child) => deepEdits(child, cuts, context));
  return containerEdits(node, cuts, context);
}

/** What the lines of a container begin with in the copy: the signs of quotes, and spaces. */
function linePrefix(
  start: number,
  width: number,
  { cuts, context: { source } }: { readonly cuts: readonly Range[]; readonly context: CopyContext },
): string {
  const line = lineStart(start, source);
  const typed = source.slice(line, line + width).replace(/[^>\s]/g, ' ');
  return cuts.reduceRight((text, cut) => text.slice(0, cut.start) + text.slice(cut.end), typed);
}

function lineStart(offset: number, source: string): number {
  return Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
}

/** Where the lines of a stretch begin, but for its first. */
function lineStarts(source: string, { start, end }: Range): number[] {
  const ends = source.slice(start, end).matchAll(/\r\n|\n|\r/g);
  return [...ends].map(({ 0: sign, index }) => start + index + sign.length);
}

function spanOf(nodes: readonly Nodes[]): Range | undefined {
  const [first, last] = [nodes[0] && rangeOf(nodes[0]), nodes.at(-1)];
  const end = last && rangeOf(last)?.end;
  return first && end !== undefined ? { start: first.start, end } : undefined;
}
