import type { Root } from 'hast';
import type { Plugin } from 'unified';
import type { SurroundingsOptions } from './surroundings.ts';
import { walkHtml } from './walk-html.ts';

/** Lets links to other articles say, while they are pointed at, what they lead to: styles show it. */
export const rehypePreviews: Plugin<[SurroundingsOptions], Root> = function ({ surroundingsOf }) {
  return (tree, file) => {
    const { at } = surroundingsOf(file);
    walkHtml(tree, (node) => {
      if (node.type !== 'element' || node.tagName !== 'a') return undefined;
      const address = String(node.properties['href']).replace(/[?#].*$/s, '');
      const article = address.startsWith('/') ? at(address) : undefined;
      if (article?.kind !== 'article') return undefined;
      node.properties['dataTitle'] = article.title;
      node.properties['dataSummary'] = article.summary;
      return undefined;
    });
  };
};
