import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { infoOf, readCodeInfo } from './code-info.ts';
import { walk } from './walk.ts';

/**
 * Reads the language of a code block from info strings of other tools, too, and hands the whole
 * string on in an attribute that `rehypeCode` reads: what is in `data`, rehype-raw drops.
 */
export const remarkCodeInfo: Plugin<[], Root> = function () {
  return (tree) => {
    walk(tree, (node) => {
      if (node.type !== 'code') return undefined;
      const info = infoOf(node);
      node.lang = readCodeInfo(info, 0).language ?? null;
      node.meta = null;
      node.data = { ...node.data, hProperties: { metastring: info } };
      return undefined;
    });
  };
};
