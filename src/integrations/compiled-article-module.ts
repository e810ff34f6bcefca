import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { GAP_MODULE } from '../markdown/gap-module.ts';

/** The module that pages get compiled articles from: `import { compiledArticle } from 'virtual:compiled-article'`. */
const COMPILED_ARTICLE = 'virtual:compiled-article';
const NONE = `\0${COMPILED_ARTICLE}`;

const MODULE = fileURLToPath(new URL('../compiled-article.ts', import.meta.url));

/** What compiled articles themselves import. */
const GAP = fileURLToPath(new URL('../components/ArticleHtml.astro', import.meta.url));

const NOTHING = `export function compiledArticle(slug) {
  throw new Error('Nothing was compiled, so there is no article ' + slug + '.');
}`;

/** Where nothing is compiled, Astro's content collections are not bundled, which are a fifth of all modules. */
export function compiledArticleModule(compiles: boolean): Plugin {
  return {
    name: 'compiled-article-module',
    resolveId: (id) => {
      if (id === GAP_MODULE) return GAP;
      return id === COMPILED_ARTICLE ? (compiles ? MODULE : NONE) : undefined;
    },
    load: (id) => (id === NONE ? NOTHING : undefined),
  };
}
