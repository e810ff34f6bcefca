import type { Program } from 'estree';
import { visit } from 'estree-util-visit';
import type { RewriteAddress } from './html-rewriting.ts';
import { type Attribute, mapAddresses } from './url-attributes.ts';
import { fixedText, literalIn, type Syntax, syntaxIn } from './mdx-names.ts';

/** The attribute whose value a piece of JavaScript is: `href={'./llm0'}`. */
export type ValueOf = Pick<Attribute, 'element' | 'name'>;

/** Rewrites, in place, the addresses in the JSX of a piece of MDX's JavaScript. */
export function rewriteJsx(
  program: Program | null | undefined,
  rewrite: RewriteAddress,
  valueOf?: ValueOf,
): void {
  if (!program) return;
  const value = literalIn(program);
  if (valueOf && value) rewriteLiteral(value, valueOf, rewrite);
  visit(program, (node) => {
    if (node.type !== 'JSXOpeningElement' || node.name.type !== 'JSXIdentifier') return;
    const element = node.name.name;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'JSXAttribute') continue;
      const literal = fixedText(syntaxIn(attribute.value)[0]);
      if (literal) rewriteLiteral(literal, { element, name: String(attribute.name.name) }, rewrite);
    }
  });
}

function rewriteLiteral(literal: Syntax, of: ValueOf, rewrite: RewriteAddress): void {
  const { value } = literal;
  if (typeof value !== 'string') return;
  Object.assign(literal, { value: mapAddresses({ ...of, value }, rewrite), raw: undefined });
}
