import { attributeOf, type Element, elementsOf, findElement, hasClass, textOf } from './page-tree.ts';

/** A note as it stands beside the text. */
export interface Note {
  readonly id: string;
  readonly element: Element;
  /** The ids of what refers to it, in order. */
  readonly references: readonly string[];
}

/** The notes of an article by their number, as text: a note in a note may stand out of their order. */
export function notesOf(article: Element): ReadonlyMap<string, Note> {
  const elements = elementsOf(article);
  const references = elements.filter((element) => attributeOf(element, 'data-footnote-ref') !== undefined);
  return new Map(
    elements
      .filter((element) => hasClass(element, 'note'))
      .flatMap((element) => {
        const id = attributeOf(element, 'id');
        const number = findElement(element, (child) => hasClass(child, 'note-number'));
        if (id === undefined || !number) return [];
        const to = references.filter((reference) => targetOf(reference) === id);
        const ids = [...new Set(to.flatMap((reference) => attributeOf(reference, 'id') ?? []))];
        return [[textOf(number).trim(), { id, element, references: ids }] as const];
      }),
  );
}

function targetOf(reference: Element): string {
  const fragment = attributeOf(reference, 'href')?.replace(/^[^#]*#/, '') ?? '';
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
