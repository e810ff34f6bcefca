import type { Article, Project } from '../series/article.ts';
import { resolveReference } from '../series/reference.ts';
import { editReferences } from './references/reference-spans.ts';

/** An article's source with each address mended that is wrong and has exactly one that is right; all else stays. */
export function mendReferences(source: string, article: Article, project: Project): string {
  if (!article.whole) return source;
  return editReferences(source, article.format, (url, { use }) => {
    const target = resolveReference({ url, use }, { article, project });
    const replacement = target.kind === 'problem' ? target.finding.replacement : undefined;
    if (replacement === undefined) return undefined;
    const mended = resolveReference({ url: replacement, use }, { article, project });
    return mended.kind === 'problem' ? undefined : replacement;
  });
}
