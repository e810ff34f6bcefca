import type { SeriesMember } from './article-name.ts';
import type { PublishedArticle } from './published.ts';

/** A published article that belongs to a series. */
export interface Part extends PublishedArticle {
  readonly member: SeriesMember;
}

/** A series: its index, and its parts in order of their number. */
export interface Series {
  readonly name: string;
  readonly index: Part;
  readonly parts: readonly Part[];
}

/** By the articles that they are among: each page asks for them. */
const known = new WeakMap<readonly PublishedArticle[], readonly Series[]>();

/** The series among the articles, by name; one without an index is left out (the check reports it). */
export function seriesOf(articles: readonly PublishedArticle[]): readonly Series[] {
  const series = known.get(articles) ?? seriesAmong(articles);
  known.set(articles, series);
  return series;
}

function seriesAmong(articles: readonly PublishedArticle[]): Series[] {
  const members = articles.filter((article): article is Part => article.member !== undefined);
  const groups = Map.groupBy(members, ({ member }) => member.series);
  return [...groups].flatMap(([name, group]) => {
    const [index, ...parts] = group.toSorted((a, b) => a.member.number - b.member.number);
    return index?.member.number === 0 ? [{ name, index, parts }] : [];
  });
}

/** The titles that a series plans and does not have yet. */
export function upcomingOf({ index, parts }: Series): readonly string[] {
  const titles = new Set(parts.map(({ title }) => title.toLowerCase()));
  return index.upcoming.filter((title) => !titles.has(title.toLowerCase()));
}

export interface Neighbours {
  readonly previous: Part | undefined;
  readonly next: Part | undefined;
}

/** What is read before and after a member; before the first part comes the index. */
export function neighboursOf({ index, parts }: Series, slug: string): Neighbours {
  const order = [index, ...parts];
  const here = order.findIndex((article) => article.slug === slug);
  return { previous: order[here - 1], next: here < 0 ? undefined : order[here + 1] };
}

/** The parts around one, at most `size` of them, so that a page does not grow with its series. */
export function partsAround({ parts }: Series, slug: string, size: number): readonly Part[] {
  const here = Math.max(
    0,
    parts.findIndex((part) => part.slug === slug),
  );
  const start = Math.max(0, Math.min(here - Math.floor(size / 2), parts.length - size));
  return parts.slice(start, start + size);
}
