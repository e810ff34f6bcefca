import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { parseArticleName } from '../series/article-name.ts';
import { filesBelow } from './files-below.ts';

/**
 * Gives Astro the files of `articles/`, each under its slug, to be rendered when a page asks for it.
 * It reads no front matter, so that no article can keep the others from being shown: what is wrong
 * with one is the check's to tell. Rendered early instead, an article with an error would give an
 * empty page and no error (https://github.com/withastro/astro/issues/18054), and one that links to a
 * renamed article would keep its old link (https://github.com/withastro/astro/issues/12761).
 */
export function articlesLoader(): Loader {
  return {
    name: 'articles',
    load: ({ store, config, generateDigest }) => {
      const folder = fileURLToPath(new URL('articles/', config.root));
      const gone = new Set(store.keys());
      for (const file of filesBelow(folder)) {
        const name = parseArticleName(`articles/${file}`);
        if (!name) continue;
        // The file's name is part of it: the same text may become `.mdx` from `.md`.
        const text = readFileSync(join(folder, file), 'utf8');
        const digest = generateDigest(`${file}\n${text}`);
        store.set({ id: name.slug, data: {}, filePath: name.file, digest, deferredRender: true });
        gone.delete(name.slug);
      }
      for (const slug of gone) store.delete(slug);
      return Promise.resolve();
    },
  };
}
