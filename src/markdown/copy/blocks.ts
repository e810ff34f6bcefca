import type { Nodes, Paragraph } from 'mdast';
import type { Range } from '../text-edits.ts';
import { type CopyContext, isComment, isPlain, type JsxElement, shownBy, wordsOf } from './element-words.ts';
import { rangeOf } from './node-range.ts';

/** One of the blocks that a copy has in place of some nodes: words of its own, or a stretch of the source. */
export type Block =
  | { readonly words: string }
  /**
   * `before` is what the stretch begins with, `node` what it is, where that is one node; one that is
   * inside an element may begin further to the right than what is around it.
   */
  | {
      readonly words?: never;
      readonly range: Range;
      readonly before: string;
      readonly node?: Nodes;
      readonly isInside: boolean;
    };

/** The blocks of a copy, without what shows nothing, and with the contents of elements in their place. */
export function blocksOf(nodes: readonly Nodes[], context: CopyContext): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.type === 'mdxjsEsm' || isComment(node)) return [];
    if (node.type === 'mdxFlowExpression') return wordsIn(shownBy(node.data?.estree));
    if (node.type === 'mdxJsxFlowElement') return elementBlocks(node, context);
    const elements = node.type === 'paragraph' ? elementsOf(node) : undefined;
    if (elements) return elements.flatMap((element) => lineBlocks(element, context));
    const range = rangeOf(node);
    return range ? [{ range, before: '', node, isInside: false }] : [];
  });
}

function elementBlocks(element: JsxElement, context: CopyContext): Block[] {
  const { open, close } = wordsOf(element, context);
  const inside = blocksOf(element.children, context).map((block) =>
    block.words === undefined ? { ...block, isInside: true } : block,
  );
  if (inside.length === 0) return wordsIn(open + close);
  return [...wordsIn(open), ...inside, ...wordsIn(close)];
}

/** An element that is all of a line: a heading, or one whose contents are a paragraph. */
function lineBlocks(element: JsxElement, context: CopyContext): Block[] {
  const [first, last] = [element.children[0], element.children.at(-1)];
  const [start, end] = [first && rangeOf(first)?.start, last && rangeOf(last)?.end];
  const depth = headingDepth(element);
  const title = depth === undefined ? wordsOf(element, context).open : '';
  if (start === undefined || end === undefined) return wordsIn(title);
  const before = depth === undefined ? '' : `${'#'.repeat(depth)} `;
  return [...wordsIn(title), { range: { start, end }, before, isInside: true }];
}

/** The elements that a paragraph is made of, where it has nothing else, and none of them is part of a text. */
function elementsOf({ children }: Paragraph): JsxElement[] | undefined {
  const solid = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const elements = solid.filter(
    (child) => child.type === 'mdxJsxTextElement' && (isPlain(child) || headingDepth(child) !== undefined),
  ) as JsxElement[];
  return elements.length > 0 && elements.length === solid.length ? elements : undefined;
}

function headingDepth({ name }: JsxElement): number | undefined {
  const [, depth] = /^h([1-6])$/.exec(name ?? '') ?? [];
  return depth === undefined ? undefined : Number(depth);
}

function wordsIn(words: string): Block[] {
  return words === '' ? [] : [{ words }];
}
