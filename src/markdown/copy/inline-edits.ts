import type { Root } from 'mdast';
import type { TextEdit } from '../text-edits.ts';
import { walk } from '../walk.ts';
import { type CopyContext, isComment, type JsxElement, shownBy, wordsOf } from './element-words.ts';
import { rangeOf } from './node-range.ts';

/** The edits that make plain Markdown of what stands in a line of text: elements, expressions, comments. */
export function inlineEdits(tree: Root, context: CopyContext): TextEdit[] {
  const edits: TextEdit[] = [];
  walk(tree, (node) => {
    if (node.type === 'mdxJsxTextElement') edits.push(...elementEdits(node, context));
    const range = rangeOf(node);
    if (!range) return;
    if (node.type === 'mdxTextExpression') edits.push({ ...range, text: shownBy(node.data?.estree) });
    if (isComment(node)) edits.push({ ...range, text: '' });
  });
  return edits;
}

function elementEdits(element: JsxElement, context: CopyContext): TextEdit[] {
  const range = rangeOf(element);
  if (!range) return [];
  const { open, close } = wordsOf(element, context);
  const [first, last] = [element.children[0], element.children.at(-1)];
  if (!first || !last) return [{ ...range, text: open + close }];
  const [start, end] = [rangeOf(first)?.start, rangeOf(last)?.end];
  if (start === undefined || end === undefined) return [];
  const space = open.startsWith('**') ? ' ' : '';
  return [
    { start: range.start, end: start, text: open + space },
    { start: end, end: range.end, text: close },
  ];
}
