import type { Nodes, Root } from 'mdast';
import type { Found } from '../series/article.ts';
import type { Finding } from '../series/problem.ts';
import { formulaOf } from './formula.ts';
import { renderFormula } from './formula-mathml.ts';
import { startOf } from './source-text.ts';
import { walk } from './walk.ts';

/** The formulas that cannot be shown, and those that are never closed. */
export function formulaFindings(tree: Root, source: string): Found[] {
  const found: Found[] = [];
  walk(tree, (node) => {
    const formula = formulaOf(node);
    if (!formula) return;
    const { reason } = renderFormula(formula, () => 1);
    const finding = isOpen(node, source) ? UNCLOSED : reason === undefined ? undefined : broken(reason);
    if (finding) found.push({ finding, place: startOf(node) });
  });
  return found;
}

const UNCLOSED: Finding = {
  rule: 'math-syntax',
  message: 'The formula is never closed, and so takes in what follows.',
  hint: 'Write `$$` on a line of its own where it ends.',
};

function isOpen(node: Nodes, source: string): boolean {
  if (node.type !== 'math') return false;
  const text = source.slice(node.position?.start.offset, node.position?.end.offset);
  return !/\$\$\s*$/.test(text.slice(2));
}

/** Temml's own words, and what helps. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/display mode/, 'Write the formula between two lines `$$`.'],
  [
    /^Unsupported function|^No such environment/,
    'See https://temml.org/docs/en/supported for what there is; words stand in `\\text{…}`.',
  ],
  [/not trusted|\\ref/, 'A formula has no links, pictures or styles; write them beside it.'],
  [/got '(&|\\\\)'/, 'Put the lines between `\\begin{aligned}` and `\\end{aligned}`.'],
  [/got 'EOF'|end of input|\\end$/, 'Close what was opened.'],
  [/nothing/, 'Write the formula, or `\\$` for the dollar sign.'],
];

function broken(message: string): Finding {
  const reason = message.trim().replace(/\s+(at position \d+|at end of input):[^]*$/, '');
  const hint = HINTS.find(([pattern]) => pattern.test(message.trim()))?.[1];
  return {
    rule: 'math-syntax',
    message: `The formula cannot be shown: ${quoted(reason)}.`,
    hint: hint ?? 'Mend it; if it is no formula, write `\\$` for each dollar sign.',
  };
}

/** The reason as the end of a sentence, with what was typed in backticks. */
function quoted(reason: string): string {
  const words = reason
    .replaceAll("'EOF'", 'the end')
    .replace(/['"]([^'"\s]+)['"]/g, '`$1`')
    .replace(/(?<!`)\\[a-zA-Z]+(\{\\?\w*\})?/g, '`$&`')
    .replace(/^\{[\w*]+\}/, '`$&`')
    .replace(/(?<=environment: )\S+/, '`$&`')
    .replace(/\.$/, '');
  return words.charAt(0).toLowerCase() + words.slice(1);
}
