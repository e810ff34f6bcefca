import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/** Reads the language of a code block from info strings of other tools, too: `rust,ignore`, `{.python}`. */
export const remarkCodeLanguage: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'code', (node) => {
      node.lang = /[\w+#][\w+#.-]*/.exec(node.lang ?? '')?.[0] ?? null;
    });
  };
};
