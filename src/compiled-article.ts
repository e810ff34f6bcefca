import { getEntry, render } from 'astro:content';
import type { ShownArticle } from './rendered-article.ts';
import type { RenderedTitle } from './series/rendered-article.ts';

/** An article that the bundler has compiled. Throws where there is none of this slug. */
export async function compiledArticle(slug: string): Promise<ShownArticle> {
  const entry = await getEntry('articles', slug);
  if (!entry) throw new Error(`There is no article \`${slug}\`.`);
  const { Content, headings, remarkPluginFrontmatter } = await render(entry);
  const { titleHtml = '', titleId = '' } = remarkPluginFrontmatter as Partial<RenderedTitle>;
  return { Content, headings, titleHtml, titleId };
}
