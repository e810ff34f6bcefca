import type { Nodes, Root } from 'mdast';
import { firstSentence } from '../series/first-sentence.ts';
import { captionedTables } from './captions.ts';
import { textOf } from './node-text.ts';
import { isWrittenLine } from './written-day.ts';

export interface Description {
  readonly text: string;
  /** Its first sentence. */
  readonly summary: string;
}

/**
 * The first paragraph with text after the first `##`, else the first of all; neither a date nor the
 * caption of a table is a description.
 */
export function descriptionOf(tree: Root): Description | undefined {
  const { children } = tree;
  const captions = new Set<Nodes>(captionedTables(tree).map(({ caption }) => caption));
  const start = children.findIndex((node) => node.type === 'heading' && node.depth === 2);
  const paragraph = [...children.slice(start + 1), ...children].find((node) => {
    const text = node.type === 'paragraph' ? textOf(node).trim() : '';
    return text !== '' && !isWrittenLine(text) && !captions.has(node);
  });
  if (!paragraph) return undefined;
  const text = folded(textOf(paragraph));
  return { text, summary: firstSentence(text, folded(proseOf(paragraph))) };
}

/** The text of a node, in which code and formulas are letters: `panic!` ends no sentence. */
function proseOf(node: Nodes): string {
  if (node.type === 'inlineCode' || node.type === 'inlineMath') return node.value.replace(/\S/g, 'x');
  return 'children' in node ? node.children.map(proseOf).join('') : textOf(node);
}

function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
