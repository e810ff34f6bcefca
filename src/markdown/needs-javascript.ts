import type { Nodes as Hast } from 'hast';
import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { isStatic } from './jsx-attributes.ts';
import { walk } from './walk.ts';

/**
 * Whether what an article shows depends on running something: it imports, exports or computes. All
 * other MDX is Markdown with elements, and can be rendered as such.
 */
export function needsJavaScript(tree: Root): boolean {
  let isComputed = false;
  walk(tree, (node) => {
    isComputed ||= runsJavaScript(node);
    return undefined;
  });
  return isComputed;
}

/** Whether a node by itself depends on running something, whatever stands in it. */
export function runsJavaScript(node: Nodes | Hast): boolean {
  switch (node.type) {
    case 'mdxjsEsm':
      return true;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      // A comment is an expression of nothing.
      return node.data?.estree?.body.length !== 0;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return !isStatic(node as MdxJsxFlowElement);
    default:
      return false;
  }
}
