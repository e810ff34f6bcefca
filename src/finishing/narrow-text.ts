import {
  attributeOf,
  type Element,
  elementsOf,
  ownTextOf,
  type PageTree,
  serializePage,
  setOwnText,
} from './page-tree.ts';
import type { Step } from './step.ts';

/*
 * A browser holds a page in two bytes a character as soon as one is not of Latin-1, such as an arrow or a curly quote:
 * it then takes 7 % longer to the first paint. So the few of an English text are written as references. A text that is
 * made of them stays as it is: it would be longer.
 */

/** One character in so many may be wide where all are written as references. */
const FEW = 200;
const WIDE = /[^\0-\xff]/gu;
/** An escape before a wide character would be one of what is written for it. */
const ESCAPED = /\\[^\0-\xff]/;
/** What a serializer writes as it is: a reference there is no character. */
const RAW: ReadonlySet<string> = new Set('style script xmp iframe noembed noframes plaintext'.split(' '));

/** Writes wide characters of styles and of data as those languages let them be written. */
export const narrowRawText: Step = ({ tree }) => {
  for (const element of elementsOf(tree)) {
    const escape = escapeIn(element.tagName, attributeOf(element, 'type'));
    if (!escape) continue;
    const text = ownTextOf(element);
    if (isWide(text) && !ESCAPED.test(text)) setOwnText(element, text.replace(WIDE, escape));
  }
};

function escapeIn(name: string, type: string | undefined): ((character: string) => string) | undefined {
  if (name === 'style') return (character) => `\\${codeOf(character).toString(16)} `;
  // `JSON.parse` takes the two halves of a surrogate pair.
  if (name === 'script' && type === 'application/ld+json') {
    return (character) =>
      character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
  }
  return undefined;
}

/** The HTML of a page, its wide characters as references where they are few. */
export function serializeNarrow(tree: PageTree): string {
  const html = serializePage(tree);
  const wide = html.match(WIDE)?.length ?? 0;
  if (wide === 0 || wide > html.length / FEW || elementsOf(tree).some(hasRawWide)) return html;
  return html.replace(WIDE, (character) => `&#${codeOf(character)};`);
}

/** Whether an element has wide characters where a reference would be none: in its text, or in a name. */
function hasRawWide(element: Element): boolean {
  const { tagName, attrs } = element;
  const isNamedWide = isWide(tagName) || attrs.some(({ name }) => isWide(name));
  return isNamedWide || (RAW.has(tagName) && isWide(ownTextOf(element)));
}

function isWide(text: string): boolean {
  return text.search(WIDE) >= 0;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
