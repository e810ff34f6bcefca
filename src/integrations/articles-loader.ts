import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { rendering } from '../rendering.ts';
import { parseArticleName } from '../series/article-name.ts';
import { readRoom } from './room.ts';

/**
 * Gives Astro the files of `articles/` that its bundler has to compile, each under its slug, to be
 * rendered when a page asks for it; all others are rendered without it. It reads no front matter, so
 * that no article can keep the others from being shown: what is wrong with one is the check's to tell.
 */
export function articlesLoader(): Loader {
  return {
    name: 'articles',
    load: ({ store, config, generateDigest, watcher }) => {
      const root = fileURLToPath(config.root);
      const gone = new Set(store.keys());
      for (const file of readRoom(root, 'articles').files) {
        const name = parseArticleName(`articles/${file}`);
        if (!name || !rendering().isCompiled(name.slug)) continue;
        // The file's name is part of it: the same text may become `.mdx` from `.md`. It is of use in the dev server
        // alone: what makes pages holds it, which in a build may be the same for another text.
        const digest = watcher && {
          digest: generateDigest(`${file}\n${readFileSync(join(root, name.file), 'utf8')}`),
        };
        store.set({ id: name.slug, data: {}, filePath: name.file, ...digest, deferredRender: true });
        gone.delete(name.slug);
      }
      for (const slug of gone) store.delete(slug);
      return Promise.resolve();
    },
  };
}
