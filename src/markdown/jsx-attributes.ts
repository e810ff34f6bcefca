import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Prop } from '../series/article.ts';
import { literalIn } from './mdx-names.ts';
import { startOf } from './source-text.ts';

type JsxElement = Pick<MdxJsxFlowElement | MdxJsxTextElement, 'attributes'>;

/** The name of an element; that of a fragment, `<>`, is empty. */
export function jsxNameOf({ name }: { readonly name: string | null }): string {
  return name ?? '';
}

/** The attributes of an element, in order. */
export function propsOf(element: JsxElement): Prop[] {
  return element.attributes.map((attribute) => {
    const place = startOf(attribute);
    return attribute.type === 'mdxJsxAttribute'
      ? { name: attribute.name, value: fixedValue(attribute), place }
      : { name: '…', value: undefined, place };
  });
}

/** The attributes whose values are known without running anything: `a="b"`, `a={'b'}`, `a`. */
export function staticAttributes(element: JsxElement): ReadonlyMap<string, string> {
  return valuesOf(propsOf(element));
}

/** Whether nothing about an element depends on JavaScript. */
export function isStatic(element: JsxElement): boolean {
  return propsOf(element).every(({ value }) => value !== undefined);
}

/** The values of the props that have one. */
export function valuesOf(props: readonly Prop[]): ReadonlyMap<string, string> {
  return new Map(props.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])));
}

function fixedValue({ value }: MdxJsxAttribute): string | undefined {
  if (typeof value === 'string') return value;
  if (!value) return '';
  const text = literalIn(value.data?.estree)?.['value'];
  return typeof text === 'string' ? text : undefined;
}
