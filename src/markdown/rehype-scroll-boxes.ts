import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** Lets a wide table scroll in a box of its own that the keyboard reaches; code blocks are such boxes already. */
export const rehypeScrollBoxes: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
      parent.children[index] = h('div.scroll-box', { role: 'group', ariaLabel: 'Table', tabIndex: 0 }, [
        node,
      ]);
      return SKIP;
    });
  };
};
