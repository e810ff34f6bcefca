import type { Plugin } from 'vite';

const PRELOAD_HELPER = '\0vite/preload-helper.js';

/**
 * Gives each script for browsers a scope of its own, so that pages can load it as a classic script:
 * a page opened from disk runs no modules. A script in pieces that import each other cannot be one.
 * What such a script imports when it is used stays a module.
 */
export function scriptFiles(): Plugin {
  return {
    name: 'script-files',
    applyToEnvironment: ({ name }) => name === 'client',
    enforce: 'pre',
    // Vite's own helper would load styles and pieces beforehand, of which there are none.
    load: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const isModule = chunk.isDynamicEntry;
        if (chunk.imports.length > 0 || (chunk.exports.length > 0 && !isModule)) {
          this.error(`\`${chunk.fileName}\` shares code with another script; each must be whole in itself.`);
        }
        if (!isModule) chunk.code = `(()=>{${chunk.code.trim()}})();\n`;
      }
    },
  };
}
