import type { ShareImages } from './outputs/social-card/share-image.ts';
import type { Books } from './series/books.ts';
import type { PublishedArticle } from './series/published.ts';
import type { RenderedArticle } from './series/rendered-article.ts';

/** What a site shows besides its own words. */
export interface Shown {
  readonly books: Books;
  readonly articles: readonly PublishedArticle[];
  readonly shareImages: ShareImages;
}

/** How the articles of a project are rendered. */
export interface Rendering {
  /** Whether an article needs JavaScript, so that the bundler has to compile it. */
  readonly isCompiled: (slug: string) => boolean;
  /** Renders an article that needs none; undefined for others. */
  readonly render: (slug: string) => Promise<RenderedArticle | undefined>;
  /** What pages show, once all articles are read. */
  readonly shown: () => Promise<Shown>;
}

// Pages are bundled apart from what configures Astro, so that a module's own state would be another one.
const RENDERING = Symbol.for('llm-internals.rendering');
const shared = globalThis as { [RENDERING]?: Rendering };

/** Lets the pages and the content of this process have articles rendered without the bundler. */
export function provideRendering(rendering: Rendering): void {
  shared[RENDERING] = rendering;
}

/** Throws before any is provided. */
export function rendering(): Rendering {
  const provided = shared[RENDERING];
  if (!provided) throw new Error('Nothing renders articles: the integration `series` is missing.');
  return provided;
}
