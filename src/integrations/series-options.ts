import type { Books } from '../series/books.ts';
import type { Printer } from './print-books.ts';

/** What a project's configuration says of its series. */
export interface SeriesOptions {
  /** The books that are published; those of `site.ts` where it is not said. */
  readonly books?: Books;
  /** Makes a PDF of a page; without it there are none. */
  readonly print?: Printer;
}
