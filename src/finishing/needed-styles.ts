import { defaultTreeAdapter as adapter } from 'parse5';
import {
  addToHead,
  attributeOf,
  type Element,
  elementsOf,
  findElement,
  hasClass,
  hasClassOf,
  setAttribute,
} from './page-tree.ts';
import type { Step } from './step.ts';

/** What only some articles have, and styles of its own for: those of `components/FeatureStyles.astro`. */
export type Feature = 'components' | 'diagrams' | 'formulas';

type IsOne = (element: Element) => boolean;

const COMPONENT_CLASSES: ReadonlySet<string> = new Set(['tab-panel', 'steps']);

const isComponent: IsOne = (element) =>
  element.tagName === 'details' || element.tagName === 'tab-group' || hasClassOf(element, COMPONENT_CLASSES);

/** What of a page shows that it has it. */
const SHOWN_BY: Readonly<Record<Feature, IsOne>> = {
  // The contents of a page are in `details`, too.
  components: (element) => hasClass(element, 'prose') && findElement(element, isComponent) !== undefined,
  diagrams: (element) => hasClass(element, 'diagram'),
  formulas: ({ tagName }) => tagName === 'math',
};

const isFeature = (name: string | undefined): name is Feature =>
  name !== undefined && Object.hasOwn(SHOWN_BY, name);

/**
 * Moves the styles of what a page has to the end of its head, and takes away the others. There are few of them, each the
 * same on all pages: so one policy has room for the hashes of all.
 */
export const neededStyles: Step = ({ tree }) => {
  for (const style of elementsOf(tree)) {
    const feature = style.tagName === 'style' ? attributeOf(style, 'data-feature') : undefined;
    if (!isFeature(feature)) continue;
    adapter.detachNode(style);
    setAttribute(style, 'data-feature', undefined);
    if (findElement(tree, SHOWN_BY[feature])) addToHead(tree, style, 'last');
  }
};
