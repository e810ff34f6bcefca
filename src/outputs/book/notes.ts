import type { Element, ElementContent } from 'hast';
import { elementsIn } from './walk.ts';

/** Says which links are references to notes and which items are notes, so that readers show them in place. */
export function markNotes(content: readonly ElementContent[]): void {
  const elements = elementsIn(content);
  const references = elements.filter(({ properties: { role } }) => isRole(role, 'doc-noteref'));
  for (const { properties } of references) properties['epub:type'] = 'noteref';
  const notes = new Set(
    references.flatMap(({ tagName, properties: { href } }) =>
      tagName === 'a' && typeof href === 'string' ? decodeURIComponent(href) : [],
    ),
  );
  const isNote = ({ tagName, properties: { id } }: Element) => tagName === 'li' && notes.has(`#${id}`);
  for (const note of elements.filter(isNote)) note.properties['epub:type'] = 'footnote';
  for (const section of elements.filter(({ tagName }) => tagName === 'section')) {
    if (!childrenOf(section).flatMap(childrenOf).some(isNote)) continue;
    Object.assign(section.properties, {
      'epub:type': 'endnotes',
      role: 'doc-endnotes',
      className: ['footnotes'],
    });
  }
}

function childrenOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

function isRole(role: unknown, name: string): boolean {
  return role === name || (Array.isArray(role) && role.includes(name));
}
