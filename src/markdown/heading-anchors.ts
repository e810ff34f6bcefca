import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';

/** Gives headings the same anchors as rehype-slug does: https://github.com/rehypejs/rehype-slug. */
export class HeadingAnchors {
  readonly #slugger = new GithubSlugger();

  next(text: string): string {
    return this.#slugger.slug(text);
  }
}

/** The numbers that footnotes get: in the order in which they are first referred to. */
export class FootnoteNumbers {
  readonly #labels: string[] = [];

  of(label: string): number {
    if (!this.#labels.includes(label)) this.#labels.push(label);
    return this.#labels.indexOf(label) + 1;
  }
}

/** The text that a node will have on the page; pictures, raw HTML and expressions have none. */
export function textOf(node: Nodes, numbers = new FootnoteNumbers()): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'footnoteReference') return String(numbers.of(node.identifier));
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map((child) => textOf(child, numbers)).join('') : '';
}
