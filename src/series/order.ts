import type { Article } from './article.ts';

/** By series, then by number, so that `llm10` comes after `llm9`; pages outside a series by name. */
export function compareArticles(a: Article, b: Article): number {
  const series = ({ member, slug }: Article) => member?.series ?? slug;
  return (
    series(a).localeCompare(series(b), 'en') ||
    (a.member?.number ?? 0) - (b.member?.number ?? 0) ||
    a.file.localeCompare(b.file, 'en')
  );
}
