import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { PASS_BY } from './walk.ts';
import { walkHtml } from './walk-html.ts';

/**
 * Lets a wide table scroll in a box of its own that the keyboard reaches, and puts the caption that
 * stands before it into it; code blocks are such boxes already.
 */
export const rehypeScrollBoxes: Plugin<[], Root> = function () {
  return (tree) => {
    const tables: [table: Element, parent: Parents][] = [];
    walkHtml(tree, (node, ancestors) => {
      const parent = ancestors.at(-1);
      if (node.type !== 'element' || node.tagName !== 'table' || !parent) return undefined;
      tables.push([node, parent]);
      return PASS_BY;
    });
    for (const [table, parent] of tables) {
      const index = parent.children.indexOf(table);
      const start = takeCaption(table, { index, parent });
      const box = h('div.scroll-box', { role: 'group', ...nameOf(table), tabIndex: 0 }, [table]);
      parent.children.splice(start, index - start + 1, box);
    }
  };
};

interface Position {
  readonly index: number;
  readonly parent: Parents;
}

/** Moves the caption before a table into it, and says where both begin. */
function takeCaption(table: Element, { index, parent }: Position): number {
  const before = parent.children.slice(0, index);
  const start = before.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '');
  const caption = before[start];
  if (caption?.type !== 'element') return index;
  const { className, ...properties } = caption.properties;
  if (!Array.isArray(className) || !className.includes('table-caption')) return index;
  // The words are a box in the caption, which is as wide as the table: they stay in sight when that scrolls.
  table.children.unshift(h('caption', properties, [h('span.caption-text', caption.children)]));
  return start;
}

/** A table is named by its caption, also by one that its author wrote in HTML. */
function nameOf({ children }: Element): { readonly ariaLabel: string } | { readonly ariaLabelledBy: string } {
  const caption = children.find(isCaption);
  const id = caption?.properties['id'];
  if (typeof id === 'string') return { ariaLabelledBy: id };
  return { ariaLabel: (caption && toString(caption).trim().replace(/\s+/g, ' ')) || 'Table' };
}

function isCaption(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'caption';
}
