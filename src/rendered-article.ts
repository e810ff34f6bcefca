import type { RenderResult } from 'astro:content';
import { compiledArticle } from 'virtual:compiled-article';
import { rendering } from './rendering.ts';
import type { RenderedHeading, RenderedNode, RenderedTitle } from './series/rendered-article.ts';

/** An article as its page shows it. */
export interface ShownArticle extends RenderedTitle {
  /** What the article is made of; undefined where the bundler made a component of it. */
  readonly nodes?: readonly RenderedNode[];
  readonly Content?: RenderResult['Content'];
  /** The headings below the title, in order. */
  readonly headings: readonly RenderedHeading[];
}

/** Renders the article of a slug. Throws where there is none: pages are made of articles that exist. */
export async function renderArticle(slug: string): Promise<ShownArticle> {
  const rendered = await rendering().render(slug);
  if (rendered && !rendered.frame) return rendered;
  return compiledArticle(slug);
}
