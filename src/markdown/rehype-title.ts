import type { ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';

/** What the layout needs to show an article's title as its author wrote it. */
export interface RenderedTitle {
  readonly titleHtml: string;
  readonly titleId: string;
}

/**
 * Takes the first first-level heading out of the text, since the layout shows it, and hands it on
 * in the front matter that Astro's `render()` returns. A title in the front matter takes its place.
 */
export const rehypeTitle: Plugin<[], Root> = function () {
  return (tree, file) => {
    const index = tree.children.findIndex(isTitle);
    const heading = tree.children[index];
    if (!heading || !('children' in heading)) return;
    tree.children.splice(index, 1);
    const { astro } = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
    if (!astro?.frontmatter || typeof astro.frontmatter['title'] === 'string') return;
    const id = 'properties' in heading ? heading.properties['id'] : undefined;
    const title: RenderedTitle = {
      titleHtml: toHtml(heading.children.map(withoutMdx)),
      titleId: typeof id === 'string' ? id : '',
    };
    Object.assign(astro.frontmatter, title);
  };
};

function isTitle(node: RootContent): boolean {
  if (node.type === 'element') return node.tagName === 'h1';
  return 'name' in node && node.name === 'h1';
}

function withoutMdx(node: ElementContent): ElementContent {
  return node.type === 'element' || node.type === 'text' ? node : { type: 'text', value: toString(node) };
}
