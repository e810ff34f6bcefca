import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import type { RawPlugin } from './plugins.ts';
import { PASS_BY } from './walk.ts';
import { walkHtml } from './walk-html.ts';

/**
 * Makes elements of raw HTML, as browsers would: `rehype-raw`, where there is something for it to do. It reads
 * the whole tree as a text, a tenth of what rendering takes, and of what Markdown alone has made it makes the same.
 */
export const rehypeRawHtml: RawPlugin = (options) => {
  const transform = rehypeRaw(options);
  return (tree, file) => (isOfMarkdown(tree) ? tree : transform(tree, file));
};

/** Whether nothing in a tree was written as HTML or JSX, whose elements can stand where HTML does not have them. */
function isOfMarkdown(tree: Root): boolean {
  let isSo = true;
  walkHtml(tree, (node) => {
    if (node.type !== 'root' && node.type !== 'element' && node.type !== 'text') isSo = false;
    return isSo ? undefined : PASS_BY;
  });
  return isSo;
}
