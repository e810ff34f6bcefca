import { addToHead, classesOf, createElement, elementsOf, attributeOf, setAttribute } from './page-tree.ts';
import type { Step } from './step.ts';

/**
 * Turns each `style` attribute into a class of the page: the policy, which allows styles by their
 * hash, has no hash for attributes. Outside all layers, such a rule wins over the site's as the
 * attribute did.
 */
export const styleAttributes: Step = ({ tree }) => {
  const classes = new Map<string, string>();
  for (const element of elementsOf(tree)) {
    const declarations = attributeOf(element, 'style');
    if (declarations === undefined) continue;
    setAttribute(element, 'style', undefined);
    if (!declarations.includes(':')) continue;
    const name = classes.get(declarations) ?? `style-${classes.size + 1}`;
    classes.set(declarations, name);
    setAttribute(element, 'class', [...classesOf(element), name].join(' '));
  }
  if (classes.size === 0) return;
  const rules = [...classes].map(([declarations, name]) => `.${name}{${safe(declarations)}}`);
  addToHead(tree, createElement('style', {}, rules.join('')), 'last');
};

/** An attribute cannot close its rule or its element. */
function safe(declarations: string): string {
  return declarations.replace(/[{}<]/g, '');
}
