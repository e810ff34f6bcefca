import type { Nodes, Parents } from 'hast';
import { PASS_BY } from './walk.ts';

/**
 * Told of a node and of all that it stands in, the outermost first, in a list that changes as the walk
 * goes on; with `PASS_BY`, the walk leaves out what is in the node.
 */
export type HtmlVisitor = (node: Nodes, ancestors: readonly Parents[]) => typeof PASS_BY | undefined;

/**
 * Goes through the HTML of an article in the order of the text, as `walk` does through its Markdown. A
 * visitor may put another node in the place of the one that it is told of.
 */
export function walkHtml(tree: Nodes, visitor: HtmlVisitor): void {
  const ancestors: Parents[] = [];
  const enter = (node: Nodes) => {
    if (visitor(node, ancestors) === PASS_BY || !('children' in node)) return;
    ancestors.push(node);
    for (const child of node.children) enter(child);
    ancestors.pop();
  };
  enter(tree);
}
