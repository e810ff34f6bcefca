import type { Element, ElementContent, Nodes } from 'hast';

/**
 * Goes through a tree in the order of the text. A book has a thousand chapters, each walked through several
 * times, and `unist-util-visit` takes ten times as long: it makes a function of each node.
 */
export function walk(node: Nodes, visitor: (node: Nodes) => void): void {
  visitor(node);
  if ('children' in node) for (const child of node.children) walk(child, visitor);
}

/** All elements in some content, in the order of the text. */
export function elementsIn(content: readonly ElementContent[]): Element[] {
  const found: Element[] = [];
  const collect = (node: Nodes) => {
    if (node.type === 'element') found.push(node);
  };
  for (const node of content) walk(node, collect);
  return found;
}
