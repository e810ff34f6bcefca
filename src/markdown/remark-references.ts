import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Plugin } from 'unified';
import { type RewriteAddress, rewriteHtml } from './html-rewriting.ts';
import { jsxNameOf } from './jsx-attributes.ts';
import { rewriteJsx } from './jsx-rewriting.ts';
import type { SurroundingsOptions } from './surroundings.ts';
import { mapAddresses } from './url-attributes.ts';
import { walk } from './walk.ts';

/**
 * Turns every address that an author typed into the one it has on the site: of links, pictures and
 * definitions, in raw HTML and in JSX. Problems are left for the check to report.
 */
export const remarkReferences: Plugin<[SurroundingsOptions], Root> = function ({ surroundingsOf }) {
  return (tree, file) => {
    const rewrite = surroundingsOf(file).addressOf;
    const pictures = new Set<string>();
    walk(tree, (node) => {
      if (node.type === 'imageReference') pictures.add(node.identifier);
      return undefined;
    });
    walk(tree, (node) => {
      switch (node.type) {
        case 'link':
          node.url = rewrite(node.url, 'link');
          break;
        case 'image':
          node.url = rewrite(node.url, 'picture');
          break;
        case 'definition':
          node.url = rewrite(node.url, pictures.has(node.identifier) ? 'picture' : 'link');
          break;
        case 'html':
          node.value = rewriteHtml(node.value, rewrite);
          break;
        case 'mdxJsxFlowElement':
        case 'mdxJsxTextElement':
          rewriteElement(node, rewrite);
          break;
        case 'mdxFlowExpression':
        case 'mdxTextExpression':
        case 'mdxjsEsm':
          rewriteJsx(node.data?.estree, rewrite);
          break;
      }
      return undefined;
    });
  };
};

function rewriteElement(node: MdxJsxFlowElement | MdxJsxTextElement, rewrite: RewriteAddress): void {
  const element = jsxNameOf(node);
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { name, value } = attribute;
    if (typeof value === 'string') attribute.value = mapAddresses({ element, name, value }, rewrite);
    else if (value) rewriteJsx(value.data?.estree, rewrite, { element, name });
  }
}
