import { type Part, type Series, seriesOf } from '../../series/catalogue.ts';
import { bookName } from '../../series/books.ts';
import type { Day } from '../../series/day.ts';
import type { PublishedArticle } from '../../series/published.ts';
import { articleAddress } from '../../series/target.ts';
import type { BuiltSite } from '../output.ts';

/** What a book of a series is, before it has a format. */
export interface Book {
  /** Of its files, without an extension: `llm`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Who wrote it, where the site says so. */
  readonly author: string | undefined;
  /** The site that it is of, and the address of its series there. */
  readonly publisher: string;
  readonly address: string;
  /** The day of the newest of its articles; a book says nothing of the clock. */
  readonly modified: Day | undefined;
  readonly series: Series;
  /** The index of the series, then its parts. */
  readonly articles: readonly Part[];
}

/** The books of a site: one of each series. */
export function booksOf({ site, address, articles }: BuiltSite): Book[] {
  return seriesOf(articles).map((series) => {
    const { index, parts } = series;
    const members = [index, ...parts];
    return {
      name: bookName(series.name),
      title: index.title,
      description: index.description,
      language: index.language ?? site.language,
      author: site.author?.name,
      publisher: site.title,
      address: address.origin + articleAddress(index.slug, address.base),
      modified: newestOf(members),
      series,
      articles: members,
    };
  });
}

function newestOf(articles: readonly PublishedArticle[]): Day | undefined {
  return articles
    .flatMap(({ written, updated }) => updated ?? written ?? [])
    .toSorted()
    .at(-1);
}
