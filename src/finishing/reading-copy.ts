import { type DefaultTreeAdapterTypes, defaultTreeAdapter as adapter } from 'parse5';
import {
  articleOf,
  attributeOf,
  classesOf,
  createElement,
  type Element,
  hasClass,
  type PageTree,
  setAttribute,
} from './page-tree.ts';
import { readingAttributes } from './reading-attributes.ts';
import { languageAfter, titleOfCode } from './reading-code.ts';
import { isCheckbox, isLeftOut, isWrapper, nameElsewhere } from './reading-elements.ts';
import { readingMath } from './reading-math.ts';
import { type Note, notesOf } from './reading-notes.ts';

type Child = DefaultTreeAdapterTypes.ChildNode;

/**
 * The text of an article out of its finished page, to be read elsewhere (in a feed, in a book):
 * without what the site adds, without classes, nothing folded away, code without colours, tabs one
 * below the other under headings, notes at the end with links there and back. `resolve` makes each
 * address what it shall be there. The page's tree stays as it is. A page that shows no article gives
 * undefined.
 */
export function readingCopy(tree: PageTree, resolve: (address: string) => string): Element | undefined {
  const article = articleOf(tree);
  if (!article) return undefined;
  const copy = createElement('div', {});
  copyInto(copy, article, { resolve, notes: notesOf(article), level: 1 });
  return copy;
}

interface Copying {
  readonly resolve: (address: string) => string;
  /** By number. */
  readonly notes: ReadonlyMap<string, Note>;
  /** The level of the heading that the text is under. */
  level: number;
}

function copyInto(to: Element, from: Element, copying: Copying): void {
  for (const child of from.childNodes) copyNode(to, child, copying);
}

function copyNode(to: Element, node: Child, copying: Copying): void {
  if (node.nodeName === '#text' && 'value' in node) adapter.insertText(to, node.value);
  if (!('tagName' in node) || isLeftOut(node)) return;
  if (isCheckbox(node)) adapter.insertText(to, attributeOf(node, 'checked') === undefined ? '☐' : '☑');
  else if (hasClass(node, 'tab-title')) copyTitle(to, node, copying);
  else if (isWrapper(node)) copyWrapped(to, node, copying);
  else copyElement(to, node, copying);
}

function copyElement(to: Element, node: Element, copying: Copying): void {
  const name = nameElsewhere(node);
  const element = adapter.createElement(name, node.namespaceURI, readingAttributes(node, copying.resolve));
  adapter.appendChild(to, readingMath(element, classesOf(node)));
  if (/^h[1-6]$/.test(name)) copying.level = Number(name.slice(1));
  if (name === 'details') setAttribute(element, 'open', '');
  if (name === 'pre') setAttribute(element, 'title', titleOfCode(node));
  if (name === 'ol' && isNotes(node.parentNode)) copyNotes(element, node, copying);
  else if (hasClass(node, 'alert-title')) copyAs('strong', element, { from: node, copying });
  else copyInto(element, node, copying);
  if (hasClass(node, 'code-title')) adapter.insertText(element, languageAfter(node));
}

/** A tab's title is a heading below the one that all tabs are under. */
function copyTitle(to: Element, node: Element, copying: Copying): void {
  copyAs(`h${Math.min(copying.level + 1, 6)}`, to, { from: node, copying });
}

function copyAs(name: string, to: Element, { from, copying }: { from: Element; copying: Copying }): void {
  const element = createElement(name, {});
  adapter.appendChild(to, element);
  copyInto(element, from, copying);
}

/** Headings in a tab do not change what the next tab is under. */
function copyWrapped(to: Element, node: Element, copying: Copying): void {
  const { level } = copying;
  copyInto(to, node, copying);
  if (hasClass(node, 'tab-panel')) copying.level = level;
}

/** Each note is taken from beside the text, where it has its ids, into its place in the list. */
function copyNotes(to: Element, list: Element, copying: Copying): void {
  const items = list.childNodes.filter((child): child is Element => child.nodeName === 'li');
  items.forEach((item, index) => {
    const note = copying.notes.get(String(index + 1));
    const copy = createElement('li', note ? { id: note.id } : {});
    adapter.appendChild(to, copy);
    copyInto(copy, note?.element ?? item, copying);
    const end = copy.childNodes.findLast((child): child is Element => child.nodeName === 'p') ?? copy;
    note?.references.forEach((id, at) => {
      const label = `Back to the text${at === 0 ? '' : ` (${at + 1})`}`;
      const href = copying.resolve(`#${encodeURIComponent(id)}`);
      adapter.insertText(end, ' ');
      adapter.appendChild(
        end,
        createElement('a', { href, role: 'doc-backlink', 'aria-label': label }, '↩\uFE0E'),
      );
    });
  });
}

function isNotes(node: Child['parentNode']): boolean {
  return node !== null && 'tagName' in node && hasClass(node, 'footnotes');
}
