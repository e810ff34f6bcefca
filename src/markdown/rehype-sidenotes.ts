import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { walkHtml } from './walk-html.ts';

/**
 * Puts each footnote beside the block that refers to it, where a wide page has a margin and a
 * narrow one shows it in its place. The list at the end stays for paper only: pages hide it on
 * screens, and with it the second copy from screen readers.
 */
export const rehypeSidenotes: Plugin<[], Root> = function () {
  return (tree) => {
    const notes = takeNotes(tree);
    const hosts = new Map<Nodes, { readonly parent: Parents; readonly notes: Element[] }>();
    walkHtml(tree, (node, ancestors) => {
      if (node.type !== 'element') return undefined;
      const target = referenceTarget(node);
      const note = target === undefined ? undefined : notes.get(target);
      if (!note || isInside(ancestors, 'footnotes')) return undefined;
      node.properties['ariaLabel'] = `Note ${toString(node)}`;
      delete node.properties['ariaDescribedBy'];
      notes.delete(target ?? '');
      const [host, parent] = hostOf([...ancestors, node]);
      if (!host || !parent) return undefined;
      const placed = hosts.get(host) ?? { parent, notes: [] };
      placed.notes.push(...withNotesOf(note, notes));
      hosts.set(host, placed);
      return undefined;
    });
    for (const [host, { parent, notes: beside }] of hosts) place(host, parent, beside);
  };
};

/** The notes by id, as they stand beside the text; those in the list at the end lose their ids. */
function takeNotes(tree: Root): Map<string, Element> {
  const notes = new Map<string, Element>();
  walkHtml(tree, (item, ancestors) => {
    if (item.type !== 'element' || item.tagName !== 'li') return undefined;
    const { id } = item.properties;
    if (typeof id !== 'string' || !isInside(ancestors, 'footnotes')) return undefined;
    delete item.properties['id'];
    const content = withoutBackReferences(item);
    const number = String(notes.size + 1);
    item.children = withoutIds(content);
    notes.set(
      id,
      h('div.note', { id, role: 'note', ariaLabel: `Note ${number}` }, [
        h('span.note-number', { ariaHidden: 'true' }, number),
        ...content,
      ]),
    );
    return undefined;
  });
  return notes;
}

/** A note, and those that it refers to in turn and that stand nowhere yet. */
function withNotesOf(note: Element, notes: Map<string, Element>): Element[] {
  const all = [note];
  walkHtml(note, (node) => {
    const target = (node.type === 'element' && referenceTarget(node)) || '';
    const other = notes.get(target);
    if (!other) return undefined;
    notes.delete(target);
    all.push(...withNotesOf(other, notes));
    return undefined;
  });
  return all;
}

/** The note follows what refers to it, and the list is for paper: neither leads back. */
function withoutBackReferences(element: Element): ElementContent[] {
  return element.children
    .filter((child) => !(child.type === 'element' && 'dataFootnoteBackref' in child.properties))
    .map((child) =>
      child.type === 'element' ? { ...child, children: trimmed(withoutBackReferences(child)) } : child,
    );
}

/** A copy in which no id stands a second time. */
function withoutIds(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child) => {
    if (child.type !== 'element') return child;
    const properties = Object.fromEntries(Object.entries(child.properties).filter(([name]) => name !== 'id'));
    return { ...child, properties, children: withoutIds(child.children) };
  });
}

function trimmed(children: ElementContent[]): ElementContent[] {
  const last = children.at(-1);
  return last?.type === 'text'
    ? [...children.slice(0, -1), { ...last, value: last.value.trimEnd() }]
    : children;
}

function referenceTarget({ properties }: Element): string | undefined {
  const { href } = properties;
  return 'dataFootnoteRef' in properties && typeof href === 'string' ? decodeURI(href.slice(1)) : undefined;
}

/** What holds blocks; anything directly in one of these can have notes beside it. */
const HOLDERS: ReadonlySet<string> = new Set(['blockquote', 'dd', 'details', 'div', 'li', 'section']);

/** The innermost block around a reference, and what holds it. */
function hostOf(path: readonly Nodes[]): readonly [Nodes | undefined, Parents | undefined] {
  const isHolder = (node: Nodes) =>
    node.type === 'root' ||
    !('tagName' in node) ||
    (HOLDERS.has(node.tagName) && !hasClass(node, 'heading', 'scroll-box'));
  const at = path.findLastIndex(
    (node, index) => index < path.length - 1 && 'children' in node && isHolder(node),
  );
  return [path[at + 1], path[at] as Parents | undefined];
}

/** In a list item without paragraphs, all of its text is what the notes stand beside. */
function place(host: Nodes, parent: Parents, notes: readonly Element[]): void {
  const beside = h('div.notes', [...notes]);
  const isInline = host.type === 'text' || (host.type === 'element' && INLINE.has(host.tagName));
  if (isInline) {
    const at = parent.children.findIndex((child) => child.type === 'element' && LISTS.has(child.tagName));
    const text = parent.children.splice(0, at < 0 ? parent.children.length : at) as ElementContent[];
    parent.children.unshift(h('div.noted', [h('div', text), beside]));
    return;
  }
  const index = parent.children.indexOf(host as ElementContent);
  parent.children.splice(index, 1, h('div.noted', [host as ElementContent, beside]));
}

const INLINE: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl']);

function isInside(ancestors: readonly Nodes[], className: string): boolean {
  return ancestors.some((ancestor) => ancestor.type === 'element' && hasClass(ancestor, className));
}

function hasClass({ properties }: Element, ...names: readonly string[]): boolean {
  const { className } = properties;
  return Array.isArray(className) && names.some((name) => className.includes(name));
}
