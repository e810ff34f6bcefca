import type { Nodes, Parents } from 'mdast';

/** Told of a node, its index and its parent; with `PASS_BY`, the walk leaves out what is in the node. */
export type Visitor = (node: Nodes, index?: number, parent?: Parents) => typeof PASS_BY | undefined;

export const PASS_BY = Symbol('pass by');

/**
 * Goes through a tree in the order of the text. An article is walked through many times before it is
 * rendered, and `unist-util-visit` takes ten times as long: it makes a function of each node.
 */
export function walk(tree: Nodes, visitor: Visitor): void {
  const enter = (node: Nodes, index?: number, parent?: Parents) => {
    if (visitor(node, index, parent) === PASS_BY || !('children' in node)) return;
    for (let at = 0; at < node.children.length; at++) {
      const child = node.children[at];
      if (child) enter(child, at, node);
    }
  };
  enter(tree);
}
