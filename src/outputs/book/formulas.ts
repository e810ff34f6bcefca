import type { Element } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** How large a formula is set; MathML 3, which EPUB readers know, has it on few elements. */
const SIZES = ['displaystyle', 'scriptlevel'] as const;
const ROWS: ReadonlySet<string> = new Set(['mtr', 'mtd', 'mlabeledtr']);

/** Writes formulas, which are MathML as browsers know it, as MathML 3. */
export function portableFormulas(tree: Element): void {
  visit(tree, { type: 'element', tagName: 'math' }, (formula: Element) => {
    formula.properties['xmlns'] = 'http://www.w3.org/1998/Math/MathML';
    visit(formula, 'element', (element, index, parent) => {
      const sizes = sizesOf(element);
      if (!parent || index === undefined || Object.keys(sizes).length === 0) return undefined;
      for (const name of Object.keys(sizes)) element.properties[name] = undefined;
      if (ROWS.has(element.tagName)) return undefined;
      parent.children[index] = h('mstyle', sizes, element);
      return [SKIP, index];
    });
  });
}

function sizesOf({ tagName, properties }: Element): Record<string, string> {
  const isAtHome = tagName === 'mstyle' || tagName === 'math';
  const names = SIZES.filter((name) => !isAtHome && !(tagName === 'mtable' && name === 'displaystyle'));
  return Object.fromEntries(
    names.flatMap((name) => (properties[name] === undefined ? [] : [[name, String(properties[name])]])),
  );
}
