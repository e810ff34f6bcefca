import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Place } from '../series/problem.ts';
import { placeAt, startOf } from './source-text.ts';

const LITERAL = /(?<!\\)\[\^([\w-]+)\]/g;

/**
 * The footnotes that the text refers to. A reference without its footnote is plain text to
 * Markdown; it counts where it cannot well be anything else: a number, or any label in an article
 * that has footnotes.
 */
export function footnotesUsed(
  tree: Root,
  source: string,
  defined: ReadonlyMap<string, Place>,
): ReadonlyMap<string, Place> {
  const labels = new Map([...defined.keys()].map((label) => [label.toLowerCase(), label]));
  const used = new Map<string, Place>();
  const use = (label: string, place: Place) => used.set(label, used.get(label) ?? place);
  visit(tree, (node) => {
    if (node.type === 'footnoteReference') {
      const label = node.label ?? node.identifier;
      use(labels.get(label.toLowerCase()) ?? label, startOf(node));
    }
    if (node.type !== 'text' || !node.position) return;
    const { start, end } = node.position;
    const from = start.offset ?? 0;
    for (const match of source.slice(from, end.offset).matchAll(LITERAL)) {
      const [, label = ''] = match;
      if (/^\d+$/.test(label) || labels.size > 0) use(label, placeAt(source, from + match.index));
    }
  });
  return used;
}
