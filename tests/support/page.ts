import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page of a built site, to ask what it shows. */
export class Page {
  readonly #elements: readonly Element[];

  constructor(html: string) {
    this.#elements = elementsOf(parse(html));
  }

  /** The elements of a name, in order; with a class where one is given: `nav.contents`. */
  find(selector: string): Element[] {
    const [name, className] = selector.split('.');
    return this.#elements.filter(
      (element) =>
        (!name || element.tagName === name) &&
        (!className || attribute(element, 'class')?.split(' ').includes(className)),
    );
  }

  texts(selector: string): string[] {
    return this.find(selector).map(text);
  }

  attributes(selector: string, name: string): string[] {
    return this.find(selector).flatMap((element) => attribute(element, name) ?? []);
  }
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The text of an element as a reader sees it, white space folded. */
export function text(node: Node): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  const isBlock = 'tagName' in node && /^(p|h[1-6]|li|div|blockquote|hr|td|th|pre)$/.test(node.tagName);
  return node.childNodes.map(rawText).join('') + (isBlock ? '\n' : '');
}

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}
