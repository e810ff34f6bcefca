import type { Plugin } from 'vite';
import type { PublishedArticle } from '../series/published.ts';

/** The module that tells pages what there is: `import { articles, base } from 'virtual:project'`. */
const PROJECT_MODULE = 'virtual:project';
export const RESOLVED_PROJECT_MODULE = `\0${PROJECT_MODULE}`;

export function projectModule(base: string, articles: () => readonly PublishedArticle[]): Plugin {
  return {
    name: 'project-module',
    resolveId: (id) => (id === PROJECT_MODULE ? RESOLVED_PROJECT_MODULE : undefined),
    load: (id) => (id === RESOLVED_PROJECT_MODULE ? exported({ base, articles: articles() }) : undefined),
  };
}

function exported(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}
