import type { Keep } from '../outputs/output.ts';
import { absoluteAddress } from '../series/absolute-address.ts';
import type { Article, Project, ReferenceUse } from '../series/article.ts';

/** The plain Markdown of an article, with absolute addresses; made again only when it or one of them changes. */
export async function keptMarkdown(
  { article, text }: { readonly article: Article; readonly text: string },
  project: Project,
  keep: Keep,
): Promise<string> {
  const rewrite = (url: string, use: ReferenceUse) => absoluteAddress({ url, use }, { article, project });
  const addresses = article.references.map(({ url, use }) => rewrite(url, use));
  const inputs = [article.format, text, JSON.stringify(addresses)];
  const { copy } = await keep('markdown', inputs, async () => {
    // Loaded where there is one to make: it takes long.
    const { markdownCopy } = await import('../markdown/copy/markdown-copy.ts');
    return { copy: markdownCopy(text, { format: article.format, rewrite }) };
  });
  return copy;
}
