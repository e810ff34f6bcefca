import { defaultTreeAdapter as adapter, html } from 'parse5';
import { type Element, setAttribute } from './page-tree.ts';

/** Colours that are legible on light and on dark paper, since nobody knows where the text is read. */
const COLOURS: Readonly<Record<string, string>> = {
  'math-red': '#d1242f',
  'math-orange': '#b35900',
  'math-green': '#1a8a3a',
  'math-blue': '#2f7de1',
  'math-purple': '#9a5cd6',
  'math-quiet': '#808080',
};

/** Attributes of MathML that say what the site's pages say by classes, as the policy of pages asks. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'math-align-left': { columnalign: 'left' },
  'math-align-right': { columnalign: 'right' },
  'math-marked': { mathbackground: '#ffe58a', mathcolor: '#000000' },
  'math-rule': { mathbackground: '#808080' },
};

const ENCLOSED: Readonly<Record<string, string>> = {
  'math-box': 'box',
  'math-overline': 'top',
  'math-underline': 'bottom',
  'math-strike': 'horizontalstrike',
  'math-strike-up': 'updiagonalstrike',
  'math-strike-down': 'downdiagonalstrike',
  'math-strike-both': 'updiagonalstrike downdiagonalstrike',
};

/** Cells have no place for an element around them. */
const CELLS: ReadonlySet<string> = new Set(['mtd', 'mtr', 'mtable']);

/**
 * Gives an element of a formula the attributes that stand for its classes, and returns it or what
 * encloses it. Any other element is returned as it is.
 */
export function readingMath(element: Element, classes: readonly string[]): Element {
  if (element.namespaceURI !== html.NS.MATHML) return element;
  for (const name of classes) {
    const colour = COLOURS[name];
    if (colour !== undefined) setAttribute(element, 'mathcolor', colour);
    for (const [key, value] of Object.entries(ATTRIBUTES[name] ?? {})) setAttribute(element, key, value);
  }
  const notation = classes.flatMap((name) => ENCLOSED[name] ?? []).join(' ');
  if (notation === '' || CELLS.has(element.tagName)) return element;
  const around = adapter.createElement('menclose', html.NS.MATHML, [{ name: 'notation', value: notation }]);
  adapter.appendChild(around, element);
  return around;
}
