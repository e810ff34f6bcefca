import type { ShareImage, ShareImages } from './outputs/social-card/share-image.ts';
import type { Books } from './series/books.ts';
import { type Series, seriesOf } from './series/catalogue.ts';
import { listed, type ListedArticle, type PublishedArticle } from './series/published.ts';
import { articleAddress } from './series/target.ts';

/** What the pages of a site show besides its own words, and what is rendered of articles. */
export interface Shown {
  readonly books: Books;
  /** By series and number. */
  readonly articles: readonly PublishedArticle[];
  /** The dev server draws no cards: there, only authors' own pictures are among them. */
  readonly shareImages: ShareImages;
}

/** What any page may show. */
export interface Listed {
  readonly books: Books;
  readonly articles: readonly ListedArticle[];
}

/** What only the page of an article shows: nothing else of its kind is within its reach. */
export interface ArticlePage {
  readonly article: PublishedArticle;
  readonly shareImage: ShareImage | undefined;
  /** The series that the article is the index of. */
  readonly listing: Series | undefined;
}

/** What only the home page shows. */
export interface HomePage {
  readonly articles: readonly PublishedArticle[];
  readonly shareImage: ShareImage | undefined;
}

export function listedIn({ books, articles }: Shown): Listed {
  return { books, articles: articles.map(listed) };
}

/** Throws where there is no such article: pages are made of articles that exist. */
export function articlePage({ articles, shareImages }: Shown, slug: string): ArticlePage {
  const article = articles.find((one) => one.slug === slug);
  if (!article) throw new Error(`There is no article \`${slug}\`.`);
  const listing =
    article.member?.number === 0
      ? seriesOf(articles).find(({ name }) => name === article.member?.series)
      : undefined;
  return { article, shareImage: shareImages[articleAddress(slug, '')], listing };
}

export function homePage({ articles, shareImages }: Shown): HomePage {
  return { articles, shareImage: shareImages[''] };
}
