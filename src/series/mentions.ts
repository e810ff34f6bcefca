import type { Project } from './article.ts';
import { resolveReference } from './reference.ts';

/** By slug, the articles whose text links to it, in order; drafts and the article itself do not count. */
export function mentionsIn(project: Project): ReadonlyMap<string, readonly string[]> {
  const mentions = new Map<string, Set<string>>();
  for (const article of project.articles) {
    if (article.draft) continue;
    for (const reference of article.references) {
      const target = resolveReference(reference, { article, project });
      if (target.kind !== 'article' || target.slug === article.slug) continue;
      mentions.set(target.slug, (mentions.get(target.slug) ?? new Set()).add(article.slug));
    }
  }
  return new Map([...mentions].map(([slug, from]) => [slug, [...from]]));
}
