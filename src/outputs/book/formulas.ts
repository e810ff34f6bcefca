import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { elementsIn } from './walk.ts';

/** How large a formula is set; MathML 3, which EPUB readers know, has it on few elements. */
const SIZES = ['displaystyle', 'scriptlevel'] as const;
const ROWS: ReadonlySet<string> = new Set(['mtr', 'mtd', 'mlabeledtr']);

/** Writes formulas, which are MathML as browsers know it, as MathML 3. */
export function portableFormulas(tree: Element): void {
  for (const formula of elementsIn([tree]).filter(({ tagName }) => tagName === 'math')) {
    formula.properties['xmlns'] = 'http://www.w3.org/1998/Math/MathML';
    formula.children = formula.children.map(portable);
  }
}

function portable(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  node.children = node.children.map(portable);
  const sizes = sizesOf(node);
  for (const name of Object.keys(sizes)) node.properties[name] = undefined;
  const isSaidElsewhere = Object.keys(sizes).length > 0 && !ROWS.has(node.tagName);
  return isSaidElsewhere ? h('mstyle', sizes, node) : node;
}

function sizesOf({ tagName, properties }: Element): Record<string, string> {
  const isAtHome = tagName === 'mstyle' || tagName === 'math';
  const names = SIZES.filter((name) => !isAtHome && !(tagName === 'mtable' && name === 'displaystyle'));
  return Object.fromEntries(
    names.flatMap((name) => (properties[name] === undefined ? [] : [[name, String(properties[name])]])),
  );
}
