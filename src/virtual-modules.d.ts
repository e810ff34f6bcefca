declare module 'virtual:project' {
  import type { PublishedArticle } from './series/published.ts';

  /** The articles that the site shows, by series and number. */
  export const articles: readonly PublishedArticle[];
}
