import type { Day } from '../series/day.ts';
import type { PublishedArticle } from '../series/published.ts';

/** What is taken for the date of what has none, and nothing dated before it. */
export const NO_DAY = '1970-01-01' as Day;

/**
 * The day on which each article was written, by slug; for one without a date, that of the part before
 * it, so that it never depends on when the site is built, nor on what is written later. Articles come
 * in the order of their parts.
 */
export function assumedDays(articles: readonly PublishedArticle[]): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  const last = new Map<string, Day>();
  for (const { slug, member, written } of articles) {
    const series = member?.series;
    const day = written ?? (series === undefined ? undefined : last.get(series)) ?? NO_DAY;
    days.set(slug, day);
    if (series !== undefined) last.set(series, day);
  }
  return days;
}

/** The newest first; of one day, the later part. */
export function newestFirst(
  articles: readonly PublishedArticle[],
  days: ReadonlyMap<string, Day>,
): PublishedArticle[] {
  const dayOf = ({ slug }: PublishedArticle) => days.get(slug) ?? NO_DAY;
  const numberOf = ({ member }: PublishedArticle) => member?.number ?? 0;
  return articles.toSorted(
    (a, b) =>
      dayOf(b).localeCompare(dayOf(a), 'en') ||
      numberOf(b) - numberOf(a) ||
      a.slug.localeCompare(b.slug, 'en'),
  );
}
