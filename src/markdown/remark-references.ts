import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Project } from '../series/article.ts';
import { resolveReference } from '../series/reference.ts';
import { addressOf } from '../series/target.ts';
import { type RewriteAddress, rewriteHtml } from './html-rewriting.ts';
import { jsxNameOf } from './jsx-attributes.ts';
import { rewriteJsx } from './jsx-rewriting.ts';
import { mapAddresses } from './url-attributes.ts';

export interface ReferenceOptions {
  /** What there is to refer to, asked anew for each file. */
  readonly project: () => Project;
  /** The path that the site is served at; it starts and ends with `/`. */
  readonly base: string;
}

/** Stands for the picture of a reference that is a problem: a picture of nothing, so its alternative text shows. */
const NO_PICTURE = 'data:,';

/**
 * Turns every address that an author typed into the one it has on the site: of links, pictures and
 * definitions, in raw HTML and in JSX. Problems are left for the check to report.
 */
export const remarkReferences: Plugin<[ReferenceOptions], Root> = function ({ project, base }) {
  return (tree, file) => {
    const rewrite = rewriteFor(file, project(), base);
    const pictures = new Set<string>();
    visit(tree, 'imageReference', ({ identifier }) => void pictures.add(identifier));
    visit(tree, (node) => {
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
    });
  };
};

function rewriteFor(file: VFile, project: Project, base: string): RewriteAddress {
  const slug = (file.stem ?? '').normalize('NFC');
  const article = project.bySlug.get(slug) ?? { slug, draft: false };
  return (url, use) => {
    const target = resolveReference({ url, use }, { article, project });
    return addressOf(target, base) ?? (use === 'link' ? url : NO_PICTURE);
  };
}

function rewriteElement(node: MdxJsxFlowElement | MdxJsxTextElement, rewrite: RewriteAddress): void {
  const element = jsxNameOf(node);
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { name, value } = attribute;
    if (typeof value === 'string') attribute.value = mapAddresses({ element, name, value }, rewrite);
    else if (value) rewriteJsx(value.data?.estree, rewrite, { element, name });
  }
}
