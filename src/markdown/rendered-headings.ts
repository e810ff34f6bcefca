import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { RenderedHeading } from '../series/rendered-article.ts';

/** The headings of a rendered article that can be linked to, in order. */
export function renderedHeadings(tree: Root): RenderedHeading[] {
  const headings: RenderedHeading[] = [];
  visit(tree, 'element', (node) => {
    const depth = /^h[1-6]$/.test(node.tagName) ? Number(node.tagName.slice(1)) : 0;
    const { id } = node.properties;
    if (depth === 0 || typeof id !== 'string') return undefined;
    headings.push({ depth, slug: id, text: toString(node) });
    return SKIP;
  });
  return headings;
}
