import type { SeriesMember } from './article-name.ts';
import type { ListedArticle, PublishedArticle } from './published.ts';

/** An article that belongs to a series. */
export type PartOf<Article> = Article & { readonly member: SeriesMember };

/** A published article that belongs to a series. */
export type Part = PartOf<PublishedArticle>;

/** A series: its index, and its parts in order of their number, all as far as they are known. */
export interface Series<Article = PublishedArticle> {
  readonly name: string;
  readonly index: PartOf<Article>;
  readonly parts: readonly PartOf<Article>[];
}

/** By the articles that they are among: each page asks for them. */
const known = new WeakMap<readonly ListedArticle[], readonly Series<ListedArticle>[]>();

/** The series among the articles, by name; one without an index is left out (the check reports it). */
export function seriesOf<Article extends ListedArticle>(
  articles: readonly Article[],
): readonly Series<Article>[] {
  // What is known of these articles was made of them.
  const series = (known.get(articles) as readonly Series<Article>[] | undefined) ?? seriesAmong(articles);
  known.set(articles, series);
  return series;
}

function seriesAmong<Article extends ListedArticle>(articles: readonly Article[]): Series<Article>[] {
  const members = articles.filter((article): article is PartOf<Article> => article.member !== undefined);
  const groups = Map.groupBy(members, ({ member }) => member.series);
  return [...groups].flatMap(([name, group]) => {
    const [index, ...parts] = group.toSorted((a, b) => a.member.number - b.member.number);
    return index?.member.number === 0 ? [{ name, index, parts }] : [];
  });
}

/** The titles that a series plans and does not have yet. */
export function upcomingOf({ index, parts }: Series<ListedArticle>): readonly string[] {
  const titles = new Set(parts.map(({ title }) => title.toLowerCase()));
  return index.upcoming.filter((title) => !titles.has(title.toLowerCase()));
}

export interface Neighbours<Article> {
  readonly previous: PartOf<Article> | undefined;
  readonly next: PartOf<Article> | undefined;
}

/** What is read before and after a member; before the first part comes the index. */
export function neighboursOf<Article extends ListedArticle>(
  { index, parts }: Series<Article>,
  slug: string,
): Neighbours<Article> {
  const order = [index, ...parts];
  const here = order.findIndex((article) => article.slug === slug);
  return { previous: order[here - 1], next: here < 0 ? undefined : order[here + 1] };
}

/** The parts around one, at most `size` of them, so that a page does not grow with its series. */
export function partsAround<Article extends ListedArticle>(
  { parts }: Series<Article>,
  slug: string,
  size: number,
): readonly PartOf<Article>[] {
  const here = Math.max(
    0,
    parts.findIndex((part) => part.slug === slug),
  );
  const start = Math.max(0, Math.min(here - Math.floor(size / 2), parts.length - size));
  return parts.slice(start, start + size);
}
