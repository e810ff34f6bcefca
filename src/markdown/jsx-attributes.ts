import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { literalIn } from './mdx-names.ts';

type JsxElement = Pick<MdxJsxFlowElement | MdxJsxTextElement, 'attributes'>;

/** The name of an element; that of a fragment, `<>`, is empty. */
export function jsxNameOf({ name }: { readonly name: string | null }): string {
  return name ?? '';
}

/** The attributes whose values are known without running anything: `a="b"`, `a={'b'}`, `a`. */
export function staticAttributes(element: JsxElement): ReadonlyMap<string, string> {
  const pairs = element.attributes.flatMap((attribute): [string, string][] => {
    if (attribute.type !== 'mdxJsxAttribute') return [];
    const { name, value } = attribute;
    if (value === null || value === undefined) return [[name, '']];
    if (typeof value === 'string') return [[name, value]];
    const text = literalIn(value.data?.estree)?.['value'];
    return typeof text === 'string' ? [[name, text]] : [];
  });
  return new Map(pairs);
}

/** Whether nothing about an element depends on JavaScript. */
export function isStatic(element: JsxElement): boolean {
  return staticAttributes(element).size === element.attributes.length;
}

/** The names of an element's attributes, whatever their values; `…` for a spread. */
export function givenAttributes(element: JsxElement): ReadonlySet<string> {
  return new Set(
    element.attributes.map((attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : '…')),
  );
}
