import { defineCollection } from 'astro:content';
import { articlesLoader } from './integrations/articles-loader.ts';

export const collections = {
  // What front matter an article may have is in series/front-matter.ts, and checked with all else.
  articles: defineCollection({ loader: articlesLoader() }),
};
