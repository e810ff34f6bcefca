import { attributeOf, elementsOf, setAttribute } from './page-tree.ts';
import type { Step } from './step.ts';

/**
 * Makes deferred classic scripts of module scripts in files: a browser runs no module of a page that
 * was opened from disk. The bundler writes those files without imports and in a scope of their own.
 */
export const classicScripts: Step = ({ tree }) => {
  for (const element of elementsOf(tree)) {
    if (element.tagName !== 'script' || attributeOf(element, 'type') !== 'module') continue;
    if (attributeOf(element, 'src') === undefined) continue;
    setAttribute(element, 'type', undefined);
    setAttribute(element, 'defer', '');
  }
};
