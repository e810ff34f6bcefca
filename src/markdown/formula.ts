import type { Code, Nodes } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';

/** A formula as its author typed it, and whether it is set apart from the text. */
export interface Formula {
  readonly latex: string;
  readonly isDisplay: boolean;
}

/** The formula that a node stands for: between dollars, or in a code block whose language is `math`. */
export function formulaOf(node: Nodes): Formula | undefined {
  if (!isFormula(node)) return undefined;
  return {
    latex: node.value,
    isDisplay: node.type !== 'inlineMath' || node.data?.isDisplay === true,
  };
}

function isFormula(node: Nodes): node is Math | InlineMath | Code {
  return node.type === 'math' || node.type === 'inlineMath' || (node.type === 'code' && node.lang === 'math');
}
