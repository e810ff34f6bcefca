import type { Plugin } from 'vite';
import type { Books } from '../series/books.ts';
import type { ShareImages } from '../outputs/social-card/share-image.ts';
import type { PublishedArticle } from '../series/published.ts';

/** The module that tells pages what there is: `import { articles, base, shareImages } from 'virtual:project'`. */
const PROJECT_MODULE = 'virtual:project';
export const RESOLVED_PROJECT_MODULE = `\0${PROJECT_MODULE}`;

/** What a site shows besides its own words. */
export interface Shown {
  readonly books: Books;
  readonly articles: readonly PublishedArticle[];
  readonly shareImages: ShareImages;
}

export function projectModule(base: string, shown: () => Shown): Plugin {
  return {
    name: 'project-module',
    resolveId: (id) => (id === PROJECT_MODULE ? RESOLVED_PROJECT_MODULE : undefined),
    load: (id) => (id === RESOLVED_PROJECT_MODULE ? exported({ base, ...shown() }) : undefined),
  };
}

function exported(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}
