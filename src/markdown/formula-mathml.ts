import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import temml from 'temml';
import type { Formula } from './formula.ts';
import { ownClasses, styleClasses, type TemmlStyle } from './formula-style.ts';

/** A formula as MathML, or why there is none. */
export type RenderedFormula =
  { readonly math: Element; readonly reason?: never } | { readonly math?: never; readonly reason: string };

/**
 * Renders a formula to MathML that has no inline style and leads nowhere. An environment that
 * numbers its lines, such as `align`, asks for each number.
 */
export function renderFormula({ latex, isDisplay }: Formula, nextNumber: () => number): RenderedFormula {
  try {
    const options = { displayMode: isDisplay, throwOnError: true, wrap: 'tex' } as const;
    const [math] = toHast(temml.__renderToMathMLTree(latex, options) as TemmlNode, nextNumber);
    if (math?.type !== 'element' || math.children.length === 0) return { reason: 'There is nothing in it' };
    return { math: isDisplay ? math : breakable(math) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** A node of the tree that Temml makes: an element, a text, or a bare list of nodes. */
interface TemmlNode {
  readonly type?: string;
  readonly text?: string;
  readonly href?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly style?: TemmlStyle;
  readonly children?: readonly TemmlNode[];
}

function toHast(node: TemmlNode, nextNumber: () => number): ElementContent[] {
  if (node.text !== undefined) return node.text === '' ? [] : [{ type: 'text', value: node.text }];
  if (node.href !== undefined) throw new Error('A formula cannot refer to another with `\\ref`');
  const { type, attributes = {}, classes = [], style = {} } = node;
  if (classes.includes('tml-eqn')) return [{ type: 'text', value: `(${nextNumber()})` }];
  if (classes.includes('tml-cancel')) return [];
  const children = (node.children ?? []).flatMap((child) => toHast(child, nextNumber));
  if (type === undefined) return children;
  const strikes = (node.children ?? []).filter((child) => child.classes?.includes('tml-cancel'));
  const className = new Set([
    ...ownClasses([classes, ...strikes.map((strike) => strike.classes ?? [])].flat()),
    ...styleClasses(type, style),
    ...backgroundClass(type, attributes),
  ]);
  const properties = Object.entries(attributes).filter(([name]) => !LEFT_OUT.has(name));
  return [
    // Only Firefox knows `menclose`; what it draws is drawn by its class.
    h(
      type === 'menclose' ? 'mrow' : type,
      {
        ...Object.fromEntries(properties.map(([name, value]) => [name, String(value)])),
        ...(className.size > 0 && { className: [...className] }),
      },
      attributes['stretchy'] === 'true' ? children.map(growing) : children,
    ),
  ];
}

/** A wide hat or tilde grows in every browser only as an accent of which a font has wider forms. */
function growing(node: ElementContent): ElementContent {
  return node.type === 'text' ? { ...node, value: ACCENTS[node.value] ?? node.value } : node;
}

const ACCENTS: Readonly<Record<string, string>> = { '\u02C6': '\u0302', '^': '\u0302', '~': '\u02DC' };

const LEFT_OUT: ReadonlySet<string> = new Set(['id', 'notation', 'mathbackground', 'href', 'style']);

/** A `\rule` is a space with a background; anything else with one is marked. */
function backgroundClass(type: string, attributes: Readonly<Record<string, unknown>>): string[] {
  if (!('mathbackground' in attributes)) return [];
  return [type === 'mspace' ? 'math-rule' : 'math-marked'];
}

/** Temml cuts a formula in a text where a line may end: after a relation or an operator. */
function breakable(math: Element): Element {
  if (math.children.length < 2) return math;
  return { ...math, properties: { ...math.properties, className: ['math-breakable'] } };
}
