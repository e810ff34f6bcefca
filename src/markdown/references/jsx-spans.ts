import type { Program } from 'estree';
import { visit } from 'estree-util-visit';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { jsxNameOf } from '../jsx-attributes.ts';
import { fixedText, literalIn, type Syntax, syntaxIn } from '../mdx-names.ts';
import type { Range } from '../text-edits.ts';
import { addressesIn } from '../url-attributes.ts';
import { attributeSpans } from './attribute-spans.ts';
import type { ReferenceSpan } from './reference-span.ts';
import { writeCandidate, writeLiteral } from './written-address.ts';

/** The addresses in the attributes of an element. */
export function elementSpans(node: MdxJsxFlowElement | MdxJsxTextElement, source: string): ReferenceSpan[] {
  const element = jsxNameOf(node);
  return node.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute') return programSpans(attribute.data?.estree, source);
    const { name, value, position } = attribute;
    if (value && typeof value === 'object') {
      const program = value.data?.estree;
      return [
        ...literalSpans(literalIn(program), { element, name }, source),
        ...programSpans(program, source),
      ];
    }
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined) return [];
    return attributeSpans({ element, name, value: value ?? '' }, { start, end }, source);
  });
}

/** The addresses in the JSX of a piece of MDX's JavaScript. */
export function programSpans(program: Program | null | undefined, source: string): ReferenceSpan[] {
  const spans: ReferenceSpan[] = [];
  if (!program) return spans;
  visit(program, (node) => {
    if (node.type !== 'JSXOpeningElement' || node.name.type !== 'JSXIdentifier') return;
    const element = node.name.name;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'JSXAttribute') continue;
      const name = String(attribute.name.name);
      const [value] = syntaxIn(attribute.value);
      if (value?.type === 'JSXExpressionContainer') {
        spans.push(...literalSpans(fixedText(value), { element, name }, source));
      } else {
        const text = value?.['value'] ?? '';
        const range = rangeOf(attribute);
        if (typeof text === 'string' && range) {
          spans.push(...attributeSpans({ element, name, value: text }, range, source));
        }
      }
    }
  });
  return spans;
}

/** The addresses in a text of JavaScript; where it has several and escapes, there is no telling their places. */
function literalSpans(
  literal: Syntax | undefined,
  of: { readonly element: string; readonly name: string },
  source: string,
): ReferenceSpan[] {
  const value = literal?.['value'];
  const range = literal && rangeOf(literal);
  if (typeof value !== 'string' || !range) return [];
  const addresses = addressesIn({ ...of, value });
  const from = range.start + 1;
  const isAsTyped = source.slice(from, range.end - 1) === value;
  if (!isAsTyped && (addresses.length > 1 || addresses[0]?.url !== value)) return [];
  return addresses.map(({ url, use, start, end }) => ({
    url,
    use,
    start: from + (isAsTyped ? start : 0),
    end: isAsTyped ? from + end : range.end - 1,
    write: (other) => writeLiteral(url === value ? other : writeCandidate(other), source.charAt(range.start)),
  }));
}

function rangeOf(node: object): Range | undefined {
  const { start, end } = { start: undefined, end: undefined, ...node };
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}
