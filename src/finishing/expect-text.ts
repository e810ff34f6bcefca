import {
  addToHead,
  attributeOf,
  createElement,
  type Element,
  findElement,
  hasClass,
  textOf,
} from './page-tree.ts';
import type { Step } from './step.ts';

/** A first screen has some of these blocks; a page that waited for many more would wait for the network. */
const MOST_BLOCKS = 12;
const MOST_TEXT = 6000;

/**
 * Has a browser paint an article's page when the beginning of its text is there, and not the empty frame and the head
 * before it: each paint takes as long as what it shows. It waits for a place that has a name, such as a heading.
 */
export const expectText: Step = ({ tree }) => {
  const article = findElement(tree, (element) => element.tagName === 'article' && hasClass(element, 'prose'));
  const id = article && nearId(article);
  if (id === undefined) return;
  const href = `#${encodeURIComponent(id)}`;
  addToHead(tree, createElement('link', { rel: 'expect', href, blocking: 'render' }), 'last');
};

/** The first id behind the first two blocks, where it is near enough. */
function nearId(article: Element): string | undefined {
  const blocks = article.childNodes
    .filter((node): node is Element => 'tagName' in node)
    .slice(0, MOST_BLOCKS);
  let length = 0;
  for (const [index, block] of blocks.entries()) {
    const named =
      index < 2 ? undefined : findElement(block, (element) => attributeOf(element, 'id') !== undefined);
    if (named) return attributeOf(named, 'id');
    length += textOf(block).length;
    if (length > MOST_TEXT) return undefined;
  }
  return undefined;
}
