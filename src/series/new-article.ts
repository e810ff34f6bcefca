import type { Article, Project } from './article.ts';
import { type ArticleName, parseArticleName, type SeriesMember } from './article-name.ts';
import type { Day } from './day.ts';

/** Files that are articles, or become ones when their extension is mended. */
const ARTICLE_LIKE = /^articles\/([^/]+)\.(?:mdx?|markdown|mdown|mkdn?|mdwn)$/i;

/** The names of the series that files below `articles/` belong to, in order. */
export function seriesNames(files: readonly string[]): string[] {
  return [...new Set(membersIn(files).map(({ series }) => series))].toSorted((a, b) =>
    a.localeCompare(b, 'en'),
  );
}

/**
 * The names that the next part of a series may get, nearest first: its number comes after the last part's, and
 * is as wide where that begins with a zero.
 */
export function nextNames(
  files: readonly string[],
  series: string,
  format: ArticleName['format'],
): ArticleName[] {
  const last = membersIn(files)
    .filter((member) => member.series === series)
    .toSorted((a, b) => a.number - b.number)
    .at(-1);
  const width = last?.digits.startsWith('0') && last.number > 0 ? last.digits.length : 0;
  return Array.from({ length: MOST_TRIED }, (_, step) => (last?.number ?? 0) + 1 + step).flatMap(
    (number) => parseArticleName(`articles/${series}${String(number).padStart(width, '0')}.${format}`) ?? [],
  );
}

/** How many numbers are tried: those that follow may be taken by addresses that an article had before. */
const MOST_TRIED = 20;

function membersIn(files: readonly string[]): (SeriesMember & { readonly digits: string })[] {
  return files.flatMap((file) => {
    const [, stem] = ARTICLE_LIKE.exec(file) ?? [];
    const name = stem === undefined ? undefined : parseArticleName(`articles/${stem}.md`);
    return name?.member ? [{ ...name.member, digits: name.slug.slice(name.member.series.length) }] : [];
  });
}

export interface Beginning {
  /** As Markdown: `# Title`. */
  readonly heading: string;
  readonly day: Day;
  readonly draft: boolean;
}

/** What a new article begins with. */
export function beginningOf({ heading, day, draft }: Beginning): string {
  const written = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return `${draft ? '---\ndraft: true\n---\n\n' : ''}${heading}\n\n*Written on ${written}*\n`;
}

/** A project with one more article. */
export function withArticle(project: Project, article: Article): Project {
  return {
    ...project,
    articles: [...project.articles, article],
    bySlug: new Map([...project.bySlug, [article.slug, article]]),
  };
}
