import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { RenderedHeading } from '../series/rendered-article.ts';
import { PASS_BY } from './walk.ts';
import { walkHtml } from './walk-html.ts';

/** The headings of a rendered article that can be linked to, in order. */
export function renderedHeadings(tree: Root): RenderedHeading[] {
  const headings: RenderedHeading[] = [];
  walkHtml(tree, (node) => {
    if (node.type !== 'element') return undefined;
    // The colours of code are thousands of elements, and none of them is a heading.
    if (node.tagName === 'pre') return PASS_BY;
    const depth = /^h[1-6]$/.test(node.tagName) ? Number(node.tagName.slice(1)) : 0;
    const { id } = node.properties;
    if (depth === 0 || typeof id !== 'string') return undefined;
    headings.push({ depth, slug: id, text: toString(node) });
    return PASS_BY;
  });
  return headings;
}
