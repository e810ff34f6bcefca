import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';

/** Says which links are references to notes and which items are notes, so that readers show them in place. */
export function markNotes(root: Root): void {
  const notes = new Set<string>();
  visit(root, { type: 'element', tagName: 'a' }, ({ properties: { role, href } }: Element) => {
    if (isRole(role, 'doc-noteref') && typeof href === 'string') notes.add(decodeURIComponent(href));
  });
  visitParents(root, 'element', (element, ancestors) => {
    const { properties } = element;
    if (isRole(properties.role, 'doc-noteref')) properties['epub:type'] = 'noteref';
    if (element.tagName !== 'li' || !notes.has(`#${properties.id}`)) return;
    properties['epub:type'] = 'footnote';
    const section = ancestors.at(-2);
    if (section?.type !== 'element' || section.tagName !== 'section') return;
    Object.assign(section.properties, {
      'epub:type': 'endnotes',
      role: 'doc-endnotes',
      className: ['footnotes'],
    });
  });
}

function isRole(role: unknown, name: string): boolean {
  return role === name || (Array.isArray(role) && role.includes(name));
}
