import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { mapAddresses } from './url-attributes.ts';
import type { ReferenceUse } from '../series/article.ts';

type Child = DefaultTreeAdapterTypes.ChildNode;

/** Says what stands on the page in place of an address, which may be the same. */
export type RewriteAddress = (url: string, use: ReferenceUse) => string;

/** Rewrites the addresses in a piece of raw HTML, which may open or close only; the rest stays byte for byte. */
export function rewriteHtml(html: string, rewrite: RewriteAddress): string {
  const edits = parseFragment(html, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
  }).childNodes.flatMap((node) => editsIn(node, rewrite));
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
    const written = mapAddresses({ element: node.tagName, name, value }, rewrite);
    if (!location || written === value) return [];
    const attribute = `${name}="${written.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    return [{ start: location.startOffset, end: location.endOffset, attribute }];
  });
  const inside = 'content' in node ? node.content.childNodes : [];
  return [...own, ...[...inside, ...node.childNodes].flatMap((child) => editsIn(child, rewrite))];
}
