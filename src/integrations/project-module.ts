import type { Plugin } from 'vite';
import type { PublishedArticle } from '../series/published.ts';

/** The module that tells pages which articles there are: `import { articles } from 'virtual:project'`. */
export const PROJECT_MODULE = 'virtual:project';
export const RESOLVED_PROJECT_MODULE = `\0${PROJECT_MODULE}`;

export function projectModule(articles: () => readonly PublishedArticle[]): Plugin {
  return {
    name: 'project-module',
    resolveId: (id) => (id === PROJECT_MODULE ? RESOLVED_PROJECT_MODULE : undefined),
    load: (id) =>
      id === RESOLVED_PROJECT_MODULE ? `export const articles = ${JSON.stringify(articles())};` : undefined,
  };
}
