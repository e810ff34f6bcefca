import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The module that tells pages what there is: `import { articles, base, books } from 'virtual:project'`. */
const PROJECT_MODULE = 'virtual:project';
export const RESOLVED_PROJECT_MODULE = `\0${PROJECT_MODULE}`;

const RENDERING = fileURLToPath(new URL('../rendering.ts', import.meta.url));

/** What it tells is known when the first page is made, and not when the module is bundled. */
export function projectModule(base: string): Plugin {
  const text = `
    import { rendering } from ${JSON.stringify(RENDERING)};
    export const base = ${JSON.stringify(base)};
    export const { articles, books } = await rendering().listed();
  `;
  return {
    name: 'project-module',
    resolveId: (id) => (id === PROJECT_MODULE ? RESOLVED_PROJECT_MODULE : undefined),
    load: (id) => (id === RESOLVED_PROJECT_MODULE ? text : undefined),
  };
}
