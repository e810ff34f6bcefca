import type { Plugin } from 'vite';

/**
 * Gives each script for browsers a scope of its own, so that pages can load it as a classic script:
 * a page opened from disk runs no modules. A script in pieces that import each other cannot be one.
 */
export function scriptFiles(): Plugin {
  return {
    name: 'script-files',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        if (chunk.imports.length > 0 || chunk.exports.length > 0) {
          this.error(`\`${chunk.fileName}\` shares code with another script; each must be whole in itself.`);
        }
        chunk.code = `(()=>{${chunk.code.trim()}})();\n`;
      }
    },
  };
}
