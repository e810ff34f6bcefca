import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { Plugin } from 'unified';
import type { RenderedTitle } from '../series/rendered-article.ts';
import { isStatic, jsxNameOf, staticAttributes } from './jsx-attributes.ts';
import { PASS_BY } from './walk.ts';
import { walkHtml } from './walk-html.ts';

/**
 * Takes the first first-level heading out of the text, since the layout shows it, and hands it on
 * in the front matter that Astro's `render()` returns. Where the front matter has a title of its
 * own, only the anchor is handed on.
 */
export const rehypeTitle: Plugin<[], Root> = function () {
  return (tree, file) => {
    const { astro } = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
    const [title, parent] = titleIn(tree);
    if (!title || !parent) return;
    parent.children.splice(parent.children.indexOf(title), 1);
    if (astro?.frontmatter) Object.assign(astro.frontmatter, rendered(title, 'title' in astro.frontmatter));
  };
};

type Title = Element | MdxJsxFlowElementHast | MdxJsxTextElementHast;

function titleIn(tree: Root): [title?: Title, parent?: Parents] {
  let found: [title?: Title, parent?: Parents] = [];
  walkHtml(tree, (node, ancestors) => {
    if (found.length > 0) return PASS_BY;
    const parent = ancestors.at(-1);
    if (parent && isTitle(node)) found = [node, parent];
    return undefined;
  });
  return found;
}

function isTitle(node: Nodes): node is Title {
  if (node.type === 'element') return node.tagName === 'h1';
  return 'name' in node && node.name === 'h1';
}

function rendered(heading: Title, hasOwn: boolean): RenderedTitle {
  const id = heading.type === 'element' ? heading.properties['id'] : staticAttributes(heading).get('id');
  return {
    titleHtml: hasOwn ? '' : toHtml(heading.children.flatMap(withoutMdx)),
    titleId: typeof id === 'string' ? id : '',
  };
}

/** A title is fixed: what MDX would compute is left out, and so are the numbers of footnotes. */
function withoutMdx(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (!('children' in node) || isFootnoteNumber(node)) return [];
  const children = node.children.flatMap((child) => withoutMdx(child as ElementContent));
  if (node.type === 'element') return [{ ...node, children }];
  const name = jsxNameOf(node);
  const isElement = /^[a-z]/.test(name) && isStatic(node);
  return isElement ? [h(name, Object.fromEntries(staticAttributes(node)), children)] : children;
}

function isFootnoteNumber(node: ElementContent): boolean {
  const [first] = node.type === 'element' && node.tagName === 'sup' ? node.children : [];
  return first?.type === 'element' && 'dataFootnoteRef' in first.properties;
}
