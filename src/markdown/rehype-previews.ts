import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { Project } from '../series/article.ts';
import { articleAddress } from '../series/target.ts';

export interface PreviewOptions {
  readonly project: () => Project;
  /** The path that the site is served at; it starts and ends with `/`. */
  readonly base: string;
}

/** Lets links to other articles say, while they are pointed at, what they lead to: styles show it. */
export const rehypePreviews: Plugin<[PreviewOptions], Root> = function ({ project, base }) {
  return (tree) => {
    const articles = new Map(
      project().articles.map((article) => [articleAddress(article.slug, base), article]),
    );
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      const address = tagName === 'a' ? String(properties['href']).replace(/[?#].*$/s, '') : '';
      const article = articles.get(address);
      if (article?.title === undefined) return;
      properties['dataTitle'] = article.title;
      properties['dataSummary'] = article.summary ?? '';
    });
  };
};
