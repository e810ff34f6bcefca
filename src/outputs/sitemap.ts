import { seriesOf } from '../series/catalogue.ts';
import type { Day } from '../series/day.ts';
import type { PublishedArticle } from '../series/published.ts';
import { articleAddress } from '../series/target.ts';
import type { Output } from './output.ts';
import { escaped } from './escaped.ts';

/**
 * `sitemap.xml`: the address of every page to be found, and the day on which it last changed, as in
 * https://www.sitemaps.org/protocol.html. A site that does not know its origin has none, since an
 * address there is absolute.
 */
export const sitemap: Output = ({ articles, address: { origin, base } }) => {
  if (origin === '') return [];
  const series = new Map(seriesOf(articles).map(({ index, parts }) => [index.slug, parts]));
  const pages = [
    entry(origin + base, newest(articles)),
    ...articles.map((article) => {
      // An index changes with the parts that it lists.
      const shown = [article, ...(series.get(article.slug) ?? [])];
      return entry(origin + articleAddress(article.slug, base), newest(shown));
    }),
  ];
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.join('\n')}
</urlset>
`;
  return [{ path: 'sitemap.xml', content }];
};

/** The day of the newest; undefined where one has none, since that may be newer than all others. */
function newest(articles: readonly PublishedArticle[]): Day | undefined {
  const days = articles.map(({ written, updated }) => updated ?? written);
  return days.includes(undefined) ? undefined : days.toSorted().at(-1);
}

function entry(url: string, day: Day | undefined): string {
  const changed = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
  return `  <url><loc>${escaped(url)}</loc>${changed}</url>`;
}
