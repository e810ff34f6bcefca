import postcss, { type AtRule, type Root, type Rule } from 'postcss';
import { classesOf, elementsOf, ownTextOf, setOwnText } from './page-tree.ts';
import type { Step } from './step.ts';

/** Classes of what scripts add to a page. */
export const ADDED_BY_SCRIPTS: readonly string[] = ['reading-bar', 'reading-mark'];

/**
 * The layers of the site's own styles that may be left out, rule by rule. What an author's component brings is in
 * none: its script may give classes to what it likes.
 */
const LAYERS = /^(prose|components)$/;

/**
 * Leaves out the site's rules for classes that nothing in the page has: of most articles those for formulas, diagrams,
 * tabs and lists of parts, a quarter of what a browser must read before it paints.
 */
export const usedStyles: Step = ({ tree }) => {
  const elements = elementsOf(tree);
  const used = new Set([...ADDED_BY_SCRIPTS, ...elements.flatMap(classesOf)]);
  for (const style of elements) {
    if (style.tagName !== 'style') continue;
    const css = ownTextOf(style);
    if (!/@layer (prose|components)\b/.test(css)) continue;
    const sheet = sheetOf(css);
    setOwnText(style, sheet.without(sheet.classes.difference(used)));
  }
};

/** A style sheet, read once for all pages that have it. */
class Sheet {
  readonly #root: Root;
  /** By the classes that are left out: pages differ in few. */
  readonly #without = new Map<string, string>();
  /** Those whose rules can be left out. */
  readonly classes: ReadonlySet<string>;

  constructor(css: string) {
    this.#root = postcss.parse(css);
    const selectors = rulesOf(this.#root).flatMap((rule) => rule.selectors);
    this.classes = new Set(selectors.flatMap(neededBy));
  }

  without(unused: ReadonlySet<string>): string {
    const key = [...unused].join(' ');
    const before = this.#without.get(key);
    if (before !== undefined) return before;
    const root = this.#root.clone();
    for (const rule of rulesOf(root)) {
      const selectors = rule.selectors.filter(
        (selector) => !neededBy(selector).some((name) => unused.has(name)),
      );
      if (selectors.length === 0) removeFrom(root, rule);
      else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
    }
    const css = root.toString();
    if (this.#without.size < MOST_KNOWN) this.#without.set(key, css);
    return css;
  }
}

/** Addresses in a sheet depend on the folder of its page, so there are a few. */
const sheets = new Map<string, Sheet>();
/** Styles that are a page's own are not kept in memory. */
const MOST_KNOWN = 100;

function sheetOf(css: string): Sheet {
  const sheet = sheets.get(css) ?? new Sheet(css);
  if (sheets.size < MOST_KNOWN) sheets.set(css, sheet);
  return sheet;
}

function rulesOf(root: Root): Rule[] {
  const found: Rule[] = [];
  root.walkAtRules('layer', (layer) => {
    if (LAYERS.test(layer.params)) layer.walkRules((rule) => void found.push(rule));
  });
  return found;
}

/** The classes that an element and those around it must have; what stands in brackets may be one of several. */
function neededBy(selector: string): string[] {
  let text = selector;
  for (let before = ''; before !== text;)
    [before, text] = [text, text.replace(/\([^()]*\)|\[[^[\]]*\]/g, '')];
  return Array.from(text.matchAll(/\.([\w-]+)/g), ([, name = '']) => name);
}

/** Takes a rule away, and what is empty without it. */
function removeFrom(root: Root, rule: Rule | AtRule): void {
  const { parent } = rule;
  rule.remove();
  if (parent && parent !== root && parent.nodes?.length === 0) removeFrom(root, parent as AtRule);
}
