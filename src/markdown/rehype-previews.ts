import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { slugOf, type SurroundingsOptions } from './surroundings.ts';

/** Lets links to other articles say, while they are pointed at, what they lead to: styles show it. */
export const rehypePreviews: Plugin<[SurroundingsOptions], Root> = function ({ surroundingsOf }) {
  return (tree, file) => {
    const { at } = surroundingsOf(slugOf(file));
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      const address = tagName === 'a' ? String(properties['href']).replace(/[?#].*$/s, '') : '';
      const article = address.startsWith('/') ? at(address) : undefined;
      if (article?.kind !== 'article') return;
      properties['dataTitle'] = article.title;
      properties['dataSummary'] = article.summary;
    });
  };
};
