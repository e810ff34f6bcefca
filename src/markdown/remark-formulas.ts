import type { Element, Text } from 'hast';
import type { Root } from 'mdast';
import type { Math } from 'mdast-util-math';
import type { Plugin } from 'unified';
import { type Formula, formulaOf } from './formula.ts';
import { walk } from './walk.ts';

/** Hands formulas on to rehype as their source, which is also what the anchor of a heading is made of. */
export const remarkFormulas: Plugin<[], Root> = function () {
  return (tree) => {
    walk(tree, (node, index, parent) => {
      const formula = formulaOf(node);
      if (!formula || !parent || index === undefined) return undefined;
      const type = node.type === 'inlineMath' ? 'inlineMath' : 'math';
      parent.children[index] = { type, value: formula.latex, data: dataOf(formula, type) };
      return undefined;
    });
  };
};

function dataOf({ latex, isDisplay }: Formula, type: string): Math['data'] & object {
  const hProperties = { dataMath: isDisplay ? 'display' : 'inline' };
  const text: Text = { type: 'text', value: latex };
  if (!isDisplay) return { hName: 'code', hProperties, hChildren: [text] };
  const hName = type === 'inlineMath' ? 'span' : 'div';
  const source: Element = { type: 'element', tagName: 'code', properties: hProperties, children: [text] };
  return { hName, hProperties: { className: ['formula'] }, hChildren: [source] };
}
