import type { Root } from 'mdast';
import type { DefListDescriptionNode } from 'mdast-util-definition-list';
import type { Plugin } from 'unified';
import { walk } from './walk.ts';

/** Says of the lists that remark-definition-list finds which elements they become. */
export const remarkDefinitionTerms: Plugin<[], Root> = function () {
  return (tree) => {
    walk(tree, (node) => {
      switch (node.type) {
        case 'defList':
          node.data = { hName: 'dl' };
          break;
        case 'defListTerm':
          node.data = { hName: 'dt' };
          break;
        case 'defListDescription':
          node.data = { hName: 'dd' };
          tighten(node);
          break;
      }
      return undefined;
    });
  };
};

/** A description that is one paragraph, with no empty line before it, is text, as in other lists. */
function tighten(description: DefListDescriptionNode): void {
  const [first, ...others] = description.children;
  if (description.spread || first?.type !== 'paragraph' || first.data?.hName || others.length > 0) return;
  Object.assign(description, { children: first.children });
}
