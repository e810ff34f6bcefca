import { type DefaultTreeAdapterTypes, defaultTreeAdapter as adapter, html } from 'parse5';
import {
  attributeOf,
  classesOf,
  createElement,
  type Element,
  elementsOf,
  type PageTree,
  textOf,
} from './page-tree.ts';

type Child = DefaultTreeAdapterTypes.ChildNode;

/** What the site adds to a text for its own pages: nothing of it means anything elsewhere. */
const ADDED = ['permalink', 'code-language', 'notes', 'tab-list', 'sr-only'] as const;
const ADDED_ELEMENTS: ReadonlySet<string> = new Set(['code-copy', 'script', 'style']);
/** Elements that stand around a text for the site's styles and scripts only. */
const WRAPPERS = ['heading', 'noted', 'scroll-box', 'picture-alone'] as const;
/** What a line of code is marked as, in words of HTML. */
const LINES = [
  ['line-added', 'ins'],
  ['line-removed', 'del'],
  ['line-marked', 'mark'],
] as const;
const WRAPPER_ELEMENTS: ReadonlySet<string> = new Set(['tab-group', 'picture']);
/** Attributes of HTML that mean something without the site's styles and scripts. */
const KEPT =
  /^(align|alt|checked|cite|colspan|datetime|dir|disabled|height|href|id|lang|open|reversed|rowspan|scope|span|src|start|title|type|value|width)$/;

/**
 * The text of an article out of its finished page, to be read elsewhere (in a feed, in a book):
 * without what the site adds, without classes, code without colours, notes at the end. `resolve`
 * makes each address what it shall be there; classes stay where the place has styles for them. The
 * page's tree stays as it is. A page that shows no article gives undefined.
 */
export function readingCopy(
  tree: PageTree,
  resolve: (address: string) => string,
  isKept: (className: string) => boolean = () => false,
): Element | undefined {
  const article = elementsOf(tree).find(
    (element) => element.tagName === 'article' && hasClass(element, ['prose']),
  );
  if (!article) return undefined;
  const ids = elementsOf(article).flatMap((element) =>
    hasClass(element, ['note']) ? (attributeOf(element, 'id') ?? []) : [],
  );
  const copy = createElement('div', {});
  copyInto(copy, article, { resolve, isKept, notes: ids });
  return copy;
}

interface Copying {
  readonly resolve: (address: string) => string;
  readonly isKept: (className: string) => boolean;
  /** The ids of the notes that are still to come in the list at the end. */
  readonly notes: string[];
}

function copyInto(to: Element, from: Element, copying: Copying): void {
  for (const child of from.childNodes) copyNode(to, child, copying);
}

function copyNode(to: Element, node: Child, copying: Copying): void {
  if (node.nodeName === '#text' && 'value' in node) adapter.insertText(to, node.value);
  if (!('tagName' in node) || ADDED_ELEMENTS.has(node.tagName) || hasClass(node, ADDED)) return;
  if (node.tagName === 'source') return;
  if (WRAPPER_ELEMENTS.has(node.tagName) || hasClass(node, WRAPPERS)) {
    copyInto(to, node, copying);
    return;
  }
  const element = adapter.createElement(node.tagName, node.namespaceURI, []);
  element.attrs = attributes(node, copying);
  adapter.appendChild(to, element);
  if (node.tagName === 'code') copyCode(element, node);
  else if (hasClass(node, ['footnotes'])) copyNotes(element, node, copying);
  else copyInto(element, node, copying);
}

/** Code without its colours; what was said of a line stays said. */
function copyCode(to: Element, code: Element): void {
  for (const child of code.childNodes) {
    const line = 'tagName' in child ? child : undefined;
    const name = line && LINES.find(([className]) => hasClass(line, [className]))?.[1];
    if (name) adapter.appendChild(to, createElement(name, {}, textOf(child)));
    else adapter.insertText(to, textOf(child));
  }
}

/** The list at the end has no ids in a page, whose notes stand beside the text. */
function copyNotes(to: Element, list: Element, copying: Copying): void {
  copyInto(to, list, copying);
  const items = elementsOf(to).filter(
    ({ tagName, parentNode }) =>
      tagName === 'li' && parentNode?.nodeName === 'ol' && parentNode.parentNode === to,
  );
  items.forEach((item, index) => {
    const id = copying.notes[index];
    if (id !== undefined) item.attrs.push({ name: 'id', value: id });
  });
}

function attributes(node: Element, { resolve, isKept }: Copying): Element['attrs'] {
  const isHtml = node.namespaceURI === html.NS.HTML;
  const kept = node.attrs.filter(({ name }) => (isHtml ? KEPT.test(name) : name !== 'class'));
  const classes = classesOf(node).filter(isKept);
  if (classes.length > 0) kept.push({ name: 'class', value: classes.join(' ') });
  return kept.map((attribute) =>
    attribute.name === 'href' || attribute.name === 'src'
      ? { ...attribute, value: resolve(attribute.value) }
      : attribute,
  );
}

function hasClass(element: Element, names: readonly string[]): boolean {
  const classes = classesOf(element);
  return names.some((name) => classes.includes(name));
}
