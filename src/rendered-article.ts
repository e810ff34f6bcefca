import { getEntry, render } from 'astro:content';
import type { MarkdownHeading } from 'astro';
import type { RenderedTitle } from './markdown/rehype-title.ts';

export interface RenderedArticle extends RenderedTitle {
  readonly Content: Awaited<ReturnType<typeof render>>['Content'];
  /** The headings below the title, in order. */
  readonly headings: readonly MarkdownHeading[];
}

/** Renders the article of a slug. Throws where there is none: pages are made of articles that exist. */
export async function renderArticle(slug: string): Promise<RenderedArticle> {
  const entry = await getEntry('articles', slug);
  if (!entry) throw new Error(`There is no article \`${slug}\`.`);
  const { Content, headings, remarkPluginFrontmatter } = await render(entry);
  const { titleHtml = '', titleId = '' } = remarkPluginFrontmatter as Partial<RenderedTitle>;
  return { Content, headings, titleHtml, titleId };
}
