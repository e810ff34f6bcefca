import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** Says which links are references to notes and which items are notes, so that readers show them in place. */
export function markNotes(root: Root): void {
  const notes = markList(root);
  const references = markReferences(root, new Set(notes.map(({ properties }) => `#${properties.id}`)));
  for (const note of notes) {
    const reference = references.get(`#${note.properties.id}`);
    if (reference !== undefined) addWayBack(note, reference);
  }
}

function markList(root: Root): Element[] {
  const notes: Element[] = [];
  visit(root, { type: 'element', tagName: 'section' }, (section: Element) => {
    const { className } = section.properties;
    if (!Array.isArray(className) || !className.includes('footnotes')) return;
    Object.assign(section.properties, {
      'epub:type': 'endnotes',
      role: 'doc-endnotes',
      ariaLabel: 'Notes',
    });
    visit(section, { type: 'element', tagName: 'li' }, (item: Element) => {
      if (item.properties.id === undefined) return;
      item.properties['epub:type'] = 'footnote';
      notes.push(item);
    });
  });
  return notes;
}

/** The id of the first reference to each note, by the address of the note. */
function markReferences(root: Root, notes: ReadonlySet<string>): Map<string, string> {
  const references = new Map<string, string>();
  visit(root, { type: 'element', tagName: 'a' }, ({ properties }: Element) => {
    const { href, id } = properties;
    if (typeof href !== 'string' || typeof id !== 'string' || !notes.has(href)) return;
    properties['epub:type'] = 'noteref';
    properties.role = 'doc-noteref';
    if (!references.has(href)) references.set(href, id);
  });
  return references;
}

function addWayBack(note: Element, reference: string): void {
  const link = h('a', { href: `#${reference}`, role: 'doc-backlink', ariaLabel: 'Back to the text' }, '↩');
  const last = note.children.findLast((child) => child.type === 'element');
  const to = last?.tagName === 'p' ? last : note;
  to.children.push({ type: 'text', value: ' ' }, link);
}
