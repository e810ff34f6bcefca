import { type DefaultTreeAdapterTypes, defaultTreeAdapter as adapter, html, serialize } from 'parse5';

export { parsePage } from './run-parser.ts';

export type PageTree = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A page, or what is in an element, as `parsePage` has read it. */
export function serializePage(tree: PageTree | Element): string {
  return serialize(tree, { scriptingEnabled: false });
}

/** An element if it is one, and all elements below a node, in the order of the text. */
export function elementsOf(node: Node): Element[] {
  const found: Element[] = [];
  collect(node, found);
  return found;
}

function collect(node: Node, found: Element[]): void {
  if ('tagName' in node) found.push(node);
  if ('content' in node) collect(node.content, found);
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) if ('childNodes' in child) collect(child, found);
}

/** The first of `elementsOf` that is as asked. */
export function findElement(node: Node, isIt: (element: Element) => boolean): Element | undefined {
  if ('tagName' in node && isIt(node)) return node;
  const inside = 'content' in node ? node.content : node;
  for (const child of 'childNodes' in inside ? inside.childNodes : []) {
    const found = 'childNodes' in child ? findElement(child, isIt) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The element that an article's text is in, on a page that shows one. */
export function articleOf(tree: PageTree): Element | undefined {
  return findElement(tree, (element) => element.tagName === 'article' && hasClass(element, 'prose'));
}

export function attributeOf(element: Element | undefined, name: string): string | undefined {
  // A loop: this is asked several times of each element of each page.
  for (const attribute of element?.attrs ?? []) if (attribute.name === name) return attribute.value;
  return undefined;
}

/** Sets an attribute, or takes it away where there is no value. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  const attribute = element.attrs.find((one) => one.name === name);
  if (value === undefined) element.attrs = element.attrs.filter((one) => one !== attribute);
  else if (attribute) attribute.value = value;
  else element.attrs.push({ name, value });
}

export function classesOf(element: Element): string[] {
  return attributeOf(element, 'class')?.split(/\s+/).filter(Boolean) ?? [];
}

/** Whether an element has this class. */
export function hasClass(element: Element, name: string): boolean {
  const written = attributeOf(element, 'class');
  return written?.includes(name) === true && classesOf(element).includes(name);
}

/** Whether an element has one of these classes. */
export function hasClassOf(element: Element, names: ReadonlySet<string>): boolean {
  const written = attributeOf(element, 'class');
  if (written === undefined) return false;
  return names.has(written) || (/\s/.test(written) && classesOf(element).some((name) => names.has(name)));
}

/** The text directly in an element, as of a `<script>` or `<title>`. */
export function ownTextOf(element: Element | undefined): string {
  return element?.childNodes.map((child) => ('value' in child ? child.value : '')).join('') ?? '';
}

export function setOwnText(element: Element, text: string): void {
  element.childNodes = [];
  adapter.insertText(element, text);
}

/** The text of an element and of all that is in it. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function createElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  text?: string,
): Element {
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  const element = adapter.createElement(name, html.NS.HTML, attrs);
  if (text !== undefined) adapter.insertText(element, text);
  return element;
}

/** Puts an element in front of the first that the head has, or behind its last. */
export function addToHead(tree: PageTree, element: Element, where: 'first' | 'last'): void {
  const head = findElement(tree, ({ tagName }) => tagName === 'head');
  if (!head) throw new Error('A page has no `head`.');
  const [first] = head.childNodes;
  if (where === 'first' && first) adapter.insertBefore(head, element, first);
  else adapter.appendChild(head, element);
}
