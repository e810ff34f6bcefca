import type { Paragraph, Parent, Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import { walk } from './walk.ts';

/**
 * Takes elements out of a paragraph that has nothing else, as MDX does: a component on a line of its
 * own is no word of a text. See https://mdxjs.com/docs/what-is-mdx/#markdown.
 */
export const remarkUnravel: Plugin<[], Root> = function () {
  return (tree) => {
    const found: { paragraph: Paragraph; parent: Parent; elements: RootContent[] }[] = [];
    walk(tree, (paragraph, _, parent) => {
      const elements = paragraph.type === 'paragraph' ? elementsIn(paragraph) : undefined;
      if (paragraph.type === 'paragraph' && elements && parent) found.push({ paragraph, parent, elements });
      return undefined;
    });
    for (const { paragraph, parent, elements } of found) {
      parent.children.splice(parent.children.indexOf(paragraph), 1, ...elements);
    }
  };
};

/** The elements that a paragraph consists of; undefined where it has any text, or no element. */
function elementsIn({ children }: Paragraph): RootContent[] | undefined {
  const elements = children.flatMap((child): RootContent[] | undefined => {
    if (child.type === 'text') return child.value.trim() === '' ? [] : undefined;
    if (child.type === 'mdxJsxTextElement') return [{ ...child, type: 'mdxJsxFlowElement' } as RootContent];
    return child.type === 'mdxTextExpression' ? [{ ...child, type: 'mdxFlowExpression' }] : undefined;
  });
  const whole = elements.filter((element) => element !== undefined);
  return whole.length === elements.length && whole.length > 0 ? whole : undefined;
}
