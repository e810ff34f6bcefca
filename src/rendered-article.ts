import { getEntry, render } from 'astro:content';
import { rendering } from './rendering.ts';
import type { RenderedHeading, RenderedNode, RenderedTitle } from './series/rendered-article.ts';

/** An article as its page shows it. */
export interface ShownArticle extends RenderedTitle {
  /** What the article is made of; undefined where the bundler made a component of it. */
  readonly nodes?: readonly RenderedNode[];
  readonly Content?: Awaited<ReturnType<typeof render>>['Content'];
  /** The headings below the title, in order. */
  readonly headings: readonly RenderedHeading[];
}

/** Renders the article of a slug. Throws where there is none: pages are made of articles that exist. */
export async function renderArticle(slug: string): Promise<ShownArticle> {
  const rendered = await rendering().render(slug);
  if (rendered) return rendered;
  const entry = await getEntry('articles', slug);
  if (!entry) throw new Error(`There is no article \`${slug}\`.`);
  const { Content, headings, remarkPluginFrontmatter } = await render(entry);
  const { titleHtml = '', titleId = '' } = remarkPluginFrontmatter as Partial<RenderedTitle>;
  return { Content, headings, titleHtml, titleId };
}
