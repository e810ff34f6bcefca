import type { Program } from 'estree';
import { visit } from 'estree-util-visit';
import { type Attribute, type RewriteAddress, rewriteAttribute } from './html-rewriting.ts';

/** The attribute whose value a piece of JavaScript is: `href={'./llm0'}`. */
export type ValueOf = Pick<Attribute, 'element' | 'name'>;

/** Rewrites, in place, the addresses in the JSX of a piece of MDX's JavaScript. */
export function rewriteJsx(
  program: Program | null | undefined,
  rewrite: RewriteAddress,
  valueOf?: ValueOf,
): void {
  if (!program) return;
  const [statement] = program.body;
  const value = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (valueOf && value?.type === 'Literal') rewriteLiteral(value, valueOf, rewrite);
  visit(program, (node) => {
    if (node.type !== 'JSXOpeningElement' || node.name.type !== 'JSXIdentifier') return;
    const element = node.name.name;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'JSXAttribute' || attribute.value?.type !== 'Literal') continue;
      rewriteLiteral(attribute.value, { element, name: String(attribute.name.name) }, rewrite);
    }
  });
}

function rewriteLiteral(
  literal: { value?: unknown; raw?: string | undefined },
  of: ValueOf,
  rewrite: RewriteAddress,
): void {
  if (typeof literal.value !== 'string') return;
  literal.value = rewriteAttribute({ ...of, value: literal.value }, rewrite);
  delete literal.raw;
}
