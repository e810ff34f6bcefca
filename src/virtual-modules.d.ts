declare module 'virtual:project' {
  import type { ListedArticle } from './series/published.ts';

  /** The path that the site is served at; it starts and ends with `/`. */
  export const base: string;

  /** What any page may show of the articles of the site, by series and number. */
  export const articles: readonly ListedArticle[];

  /** The books of each series that are published. */
  export const books: import('./series/books.ts').Books;
}

interface ImportMetaEnv {
  /** Whether there is a service worker for pages to start. */
  readonly OFFLINE: boolean;
}

/** What TypeScript sees of a component; in components, `astro check` sees their props, too. */
declare module '*.astro' {
  const component: (props: Record<string, unknown>) => unknown;
  export { component as default };
}

declare module 'virtual:compiled-article' {
  export const compiledArticle: typeof import('./compiled-article.ts').compiledArticle;
}
