import type { RenderedArticle, RenderedNode } from './series/rendered-article.ts';
import type { ArticlePage, HomePage, Listed } from './shown.ts';

/** How the articles of a project are rendered, and what their pages show, once all articles are read. */
export interface Rendering {
  /** Whether an article needs JavaScript, so that the bundler has to compile it. */
  readonly isCompiled: (slug: string) => boolean;
  /** Renders an article; undefined for one that the bundler compiles as a whole. */
  readonly render: (slug: string) => Promise<RenderedArticle | undefined>;
  /** What fills the gaps of an article of which the bundler has compiled only what is computed. */
  readonly html: (slug: string) => Promise<readonly RenderedNode[]>;
  readonly listed: () => Promise<Listed>;
  readonly page: (slug: string) => Promise<ArticlePage>;
  readonly home: () => Promise<HomePage>;
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
