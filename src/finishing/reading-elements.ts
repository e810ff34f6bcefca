import { html } from 'parse5';
import { attributeOf, type Element, hasClass, hasClassOf } from './page-tree.ts';
import { isKept } from './reading-attributes.ts';

/** What the site adds to a text for its own pages: nothing of it means anything elsewhere. */
const ADDED: ReadonlySet<string> = new Set([
  'permalink',
  'code-language',
  'notes',
  'note-number',
  'tab-list',
]);
const ADDED_ELEMENTS: ReadonlySet<string> = new Set(['code-copy', 'script', 'style', 'template']);
/** Elements that stand around a text for the site's styles and scripts only. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'heading',
  'noted',
  'scroll-box',
  'picture',
  'steps',
  'tab-panel',
]);
const WRAPPER_ELEMENTS: ReadonlySet<string> = new Set(['tab-group', 'picture', 'noscript']);

/** What says by its element what it says in a page by its class. */
const RENAMED: readonly (readonly [className: string, element: string])[] = [
  ['alert', 'blockquote'],
  ['caption-number', 'b'],
  ['line-added', 'ins'],
  ['line-marked', 'mark'],
  ['line-removed', 'del'],
];

/** The element that says elsewhere what this one says in a page. */
export function nameElsewhere(node: Element): string {
  if (node.attrs.length === 0) return node.tagName;
  return RENAMED.find(([className]) => hasClass(node, className))?.[1] ?? node.tagName;
}

/** Whether nothing of an element is read elsewhere. */
export function isLeftOut(node: Element): boolean {
  const isHidden = attributeOf(node, 'hidden') !== undefined;
  const isVariant = node.tagName === 'source' && node.parentNode?.nodeName === 'picture';
  return isHidden || isVariant || ADDED_ELEMENTS.has(node.tagName) || hasClassOf(node, ADDED);
}

/** Whether only what is in an element is read elsewhere. */
export function isWrapper(node: Element): boolean {
  if (node.namespaceURI !== html.NS.HTML) return false;
  if (WRAPPER_ELEMENTS.has(node.tagName) || hasClassOf(node, WRAPPERS)) return true;
  if (node.tagName === 'div') return hasClass(node, 'code-block');
  return node.tagName === 'span' && nameElsewhere(node) === 'span' && !node.attrs.some(isKept);
}

export function isCheckbox(node: Element): boolean {
  return node.tagName === 'input' && attributeOf(node, 'type') === 'checkbox';
}
