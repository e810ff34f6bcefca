// Not 'astro:content', which would have Vite transform all that renders pages before there are any.
import { defineCollection } from 'astro/content/config';
import { articlesLoader } from './integrations/articles-loader.ts';

export const collections = {
  // What front matter an article may have is in series/front-matter.ts, and checked with all else.
  articles: defineCollection({ loader: articlesLoader() }),
};
