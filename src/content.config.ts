import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { frontMatterSchema } from './series/front-matter.ts';

export const collections = {
  articles: defineCollection({
    loader: glob({
      base: './articles',
      pattern: '*.{md,mdx}',
      // A slug is a file's name as it is; Astro's own would lower its case.
      generateId: ({ entry }) => entry.replace(/\.mdx?$/, '').normalize('NFC'),
      // Rendered early, an article with an error gives an empty page and no error
      // (https://github.com/withastro/astro/issues/18054), and one that links to a renamed
      // article keeps its old link (https://github.com/withastro/astro/issues/12761).
      deferRender: true,
    }),
    schema: frontMatterSchema,
  }),
};
