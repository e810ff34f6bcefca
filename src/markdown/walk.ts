import type { Nodes, Parents } from 'mdast';

/** Told of a node, its index and its parent; with `PASS_BY`, the walk leaves out what is in the node. */
export type Visitor = (node: Nodes, index?: number, parent?: Parents) => typeof PASS_BY | undefined;

export const PASS_BY = Symbol('pass by');

/**
 * Goes through a tree in the order of the text. An article is walked through many times before it is
 * rendered, and `unist-util-visit` takes ten times as long: it makes a function of each node. A visitor may
 * change what is in the list of a node's children, but give a node another list only before its children are met.
 */
export function walk(tree: Nodes, visitor: Visitor): void {
  const enter = (node: Nodes, index?: number, parent?: Parents) => {
    if (visitor(node, index, parent) === PASS_BY) return;
    // Asked for once, and not with `in`: each time takes long for nodes of so many shapes.
    const { children } = node as Partial<Parents>;
    if (!children) return;
    for (let at = 0; at < children.length; at++) {
      const child = children[at];
      if (child) enter(child, at, node as Parents);
    }
  };
  enter(tree);
}
