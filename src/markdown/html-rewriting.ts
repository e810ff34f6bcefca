import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { hasSourceSet, mapSourceSet, useOfAttribute } from './url-attributes.ts';
import type { ReferenceUse } from '../series/article.ts';

type Child = DefaultTreeAdapterTypes.ChildNode;

/** Says what stands on the page in place of an address; undefined leaves it as it is. */
export type RewriteAddress = (url: string, use: ReferenceUse) => string | undefined;

/** An attribute of an element, as typed. */
export interface Attribute {
  readonly element: string;
  readonly name: string;
  readonly value: string;
}

/** The value of an attribute with its addresses rewritten; that of any other attribute as it is. */
export function rewriteAttribute({ element, name, value }: Attribute, rewrite: RewriteAddress): string {
  if (name === 'srcset' && hasSourceSet(element)) {
    return mapSourceSet(value, (url) => rewrite(url, 'resource') ?? url);
  }
  const use = useOfAttribute(element, name);
  return (use && rewrite(value, use)) ?? value;
}

/** Rewrites the addresses in a piece of raw HTML, which may open or close only; the rest stays byte for byte. */
export function rewriteHtml(html: string, rewrite: RewriteAddress): string {
  const edits = parseFragment(html, { sourceCodeLocationInfo: true }).childNodes.flatMap((node) =>
    editsIn(node, rewrite),
  );
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, attribute }) => text.slice(0, start) + attribute + text.slice(end), html);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly attribute: string;
}

function editsIn(node: Child, rewrite: RewriteAddress): Edit[] {
  if (!('tagName' in node)) return [];
  const own = node.attrs.flatMap(({ name, value }) => {
    const location = node.sourceCodeLocation?.attrs?.[name];
    const written = rewriteAttribute({ element: node.tagName, name, value }, rewrite);
    if (!location || written === value) return [];
    const attribute = `${name}="${written.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    return [{ start: location.startOffset, end: location.endOffset, attribute }];
  });
  return [...own, ...node.childNodes.flatMap((child) => editsIn(child, rewrite))];
}
