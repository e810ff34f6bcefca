import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { renderFormula } from './formula-mathml.ts';
import { PASS_BY } from './walk.ts';
import { walkHtml } from './walk-html.ts';

/** Formulas with fewer letters than this are narrower than a phone. */
const WIDE = 16;

/**
 * Renders formulas to MathML. One that cannot be rendered stays as its source; the check tells its
 * author. A wide one that is set apart scrolls in its box, which the keyboard then reaches.
 */
export const rehypeFormulas: Plugin<[], Root> = function () {
  return (tree) => {
    let number = 0;
    walkHtml(tree, (node, ancestors) => {
      if (node.type !== 'element') return undefined;
      const kind = node.properties['dataMath'];
      const parent = ancestors.at(-1);
      if (kind === undefined || !parent) return undefined;
      delete node.properties['dataMath'];
      const isDisplay = kind === 'display';
      const { math } = renderFormula({ latex: toString(node), isDisplay }, () => ++number);
      if (!math) return PASS_BY;
      parent.children.splice(parent.children.indexOf(node), 1, math);
      if (isDisplay && parent.type === 'element' && toString(math).length > WIDE)
        Object.assign(parent.properties, { role: 'group', ariaLabel: 'Formula', tabIndex: 0 });
      return PASS_BY;
    });
  };
};
