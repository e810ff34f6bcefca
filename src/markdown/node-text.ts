import type { Nodes } from 'mdast';

/** The numbers that footnotes get: in the order in which they are first referred to. */
export class FootnoteNumbers {
  readonly #numbers = new Map<string, number>();

  of(label: string): number {
    const number = this.#numbers.get(label) ?? this.#numbers.size + 1;
    this.#numbers.set(label, number);
    return number;
  }
}

/**
 * The text that a node will have on the page; pictures, raw HTML and expressions have none, and
 * that of a formula is its source. The numbers of footnotes belong to it only where they are asked for.
 */
export function textOf(node: Nodes, numbers?: FootnoteNumbers): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath') return node.value;
  if (node.type === 'footnoteReference') return numbers ? String(numbers.of(node.identifier)) : '';
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map((child) => textOf(child, numbers)).join('') : '';
}
