import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/** Names the boxes of a task list, so that a screen reader says more than that there is a box. */
export const rehypeTaskItems: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      if (tagName !== 'input' || properties['type'] !== 'checkbox' || !properties['disabled']) return;
      properties['ariaLabel'] ??= properties['checked'] ? 'Done' : 'To do';
    });
  };
};
