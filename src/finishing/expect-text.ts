import {
  addToHead,
  articleOf,
  attributeOf,
  createElement,
  type Element,
  findElement,
  serializePage,
} from './page-tree.ts';
import type { Step } from './step.ts';

/** How much of an article a page may wait for, in characters of HTML: some kilobytes on their way. */
const NEAR = 12_000;

/**
 * Has a browser paint an article's page when the beginning of its text is there, and not the empty frame and the head
 * before it: each paint takes as long as what it shows. It waits for the end of an element that has a name, such as a
 * heading.
 */
export const expectText: Step = ({ tree }) => {
  const article = articleOf(tree);
  const id = article && nearId(article);
  if (id === undefined) return;
  const href = `#${encodeURIComponent(id)}`;
  addToHead(tree, createElement('link', { rel: 'expect', href, blocking: 'render' }), 'last');
};

/** The first id behind the first two blocks, in a block that is all there before the page waits for too much. */
function nearId(article: Element): string | undefined {
  let length = 0;
  let passed = 0;
  for (const block of article.childNodes) {
    if (!('tagName' in block)) continue;
    length += serializePage(block).length;
    // What is in a template is never in the page.
    if (length > NEAR || findElement(block, ({ tagName }) => tagName === 'template')) return undefined;
    const named = passed++ < 2 ? undefined : findElement(block, isNamed);
    if (named) return attributeOf(named, 'id');
  }
  return undefined;
}

const isNamed = (element: Element): boolean => Boolean(attributeOf(element, 'id'));
