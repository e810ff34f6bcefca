import type { Picture, Project } from './article.ts';
import { resolveReference } from './reference.ts';

/** The pictures that published articles show or link to; with `drafts`, also those of drafts. */
export function picturesUsed(project: Project, { drafts }: { readonly drafts: boolean }): Picture[] {
  const used = new Map<string, Picture>();
  for (const article of project.articles) {
    if (article.draft && !drafts) continue;
    for (const reference of article.references) {
      const target = resolveReference(reference, { article, project });
      if (target.kind === 'picture') used.set(target.picture.path, target.picture);
    }
  }
  return [...used.values()];
}
