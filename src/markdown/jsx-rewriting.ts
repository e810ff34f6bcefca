import type { Program } from 'estree';
import { visit } from 'estree-util-visit';
import { type RewriteAddress, rewriteAttribute } from './html-rewriting.ts';
import type { Attribute } from './url-attributes.ts';
import { fixedText, type Syntax, syntaxIn } from './mdx-names.ts';

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
      if (attribute.type !== 'JSXAttribute') continue;
      const literal = fixedText(syntaxIn(attribute.value)[0]);
      if (literal) rewriteLiteral(literal, { element, name: String(attribute.name.name) }, rewrite);
    }
  });
}

function rewriteLiteral(literal: Syntax | object, of: ValueOf, rewrite: RewriteAddress): void {
  const value: unknown = Reflect.get(literal, 'value');
  if (typeof value !== 'string') return;
  Object.assign(literal, { value: rewriteAttribute({ ...of, value }, rewrite), raw: undefined });
}
