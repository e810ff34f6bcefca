import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { walkHtml } from './walk-html.ts';

/** Names the boxes of a task list, so that a screen reader says more than that there is a box. */
export const rehypeTaskItems: Plugin<[], Root> = function () {
  return (tree) => {
    walkHtml(tree, (node) => {
      if (node.type !== 'element' || node.tagName !== 'input') return undefined;
      const { properties } = node;
      if (properties['type'] !== 'checkbox' || !properties['disabled']) return undefined;
      properties['ariaLabel'] ??= properties['checked'] ? 'Done' : 'To do';
      return undefined;
    });
  };
};
