import type { Plugin } from 'vite';
import type { Books } from '../series/books.ts';
import type { PublishedArticle } from '../series/published.ts';

/** The module that tells pages what there is: `import { articles, base } from 'virtual:project'`. */
const PROJECT_MODULE = 'virtual:project';
export const RESOLVED_PROJECT_MODULE = `\0${PROJECT_MODULE}`;

/** What pages are told: `articles` is asked for when a page is. */
export interface ProjectValues {
  readonly base: string;
  readonly books: Books;
  readonly articles: () => readonly PublishedArticle[];
}

export function projectModule({ articles, ...values }: ProjectValues): Plugin {
  return {
    name: 'project-module',
    resolveId: (id) => (id === PROJECT_MODULE ? RESOLVED_PROJECT_MODULE : undefined),
    load: (id) =>
      id === RESOLVED_PROJECT_MODULE ? exported({ ...values, articles: articles() }) : undefined,
  };
}

function exported(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}
