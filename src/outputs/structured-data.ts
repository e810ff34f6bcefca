import type {
  BreadcrumbList,
  CreativeWorkSeries,
  Graph,
  ListItem,
  TechArticle,
  Thing,
  WebSite,
} from 'schema-dts';
import { seriesOf, type Series } from '../series/catalogue.ts';
import type { ListedArticle, PublishedArticle } from '../series/published.ts';
import { shortDescription, shortenedWords } from '../series/shortened.ts';
import { articleAddress } from '../series/target.ts';
import type { BuiltSite } from './output.ts';

/** What search engines show of a headline: https://developers.google.com/search/docs/appearance/structured-data/article. */
const HEADLINE_LENGTH = 110;
/** A page does not grow with its series. */
const PARTS_NAMED = 10;

/** A site, as far as pages tell of it. */
interface Described extends Pick<BuiltSite, 'site' | 'address'> {
  readonly articles: readonly ListedArticle[];
}

/** A page, as its article tells it. */
export interface DescribedPage {
  /** The article that it shows; the home page shows none. */
  readonly article: PublishedArticle | undefined;
  /** The absolute address of the picture that stands for it where it is shared. */
  readonly picture: string | undefined;
}

/** What a page is, in the words of https://schema.org. */
export function structuredData(whole: Described, { article, picture }: DescribedPage): Graph {
  if (!article) return graph(webSite(whole));
  const series = seriesOf(whole.articles).find(({ name }) => name === article.member?.series);
  const image = picture !== undefined && { image: picture };
  if (series?.index.slug === article.slug) {
    return graph({ ...creativeWorkSeries(article, series, whole), ...image }, breadcrumbs([article], whole));
  }
  const trail = series ? [series.index, article] : [article];
  return graph({ ...techArticle(article, series, whole), ...image }, breadcrumbs(trail, whole));
}

/** As it stands in a `<script>`, which no text in it can close. */
export function scriptText(data: Graph): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function graph(...things: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}

function webSite(whole: Described): WebSite {
  const { site } = whole;
  return {
    '@type': 'WebSite',
    name: site.title,
    url: urlOf(undefined, whole),
    description: shortDescription(site.description),
    inLanguage: site.language,
    ...authorOf(whole),
  };
}

function creativeWorkSeries(
  index: PublishedArticle,
  { parts }: Series<ListedArticle>,
  whole: Described,
): CreativeWorkSeries {
  return {
    '@type': 'CreativeWorkSeries',
    name: index.title,
    url: urlOf(index, whole),
    description: shortDescription(index.description),
    inLanguage: index.language ?? whole.site.language,
    ...authorOf(whole),
    hasPart: parts.slice(0, PARTS_NAMED).map((part, at): TechArticle => ({
      '@type': 'TechArticle',
      position: at + 1,
      headline: shortenedWords(part.title, HEADLINE_LENGTH),
      url: urlOf(part, whole),
    })),
  };
}

function techArticle(
  article: PublishedArticle,
  series: Series<ListedArticle> | undefined,
  whole: Described,
): TechArticle {
  const url = urlOf(article, whole);
  return {
    '@type': 'TechArticle',
    headline: shortenedWords(article.title, HEADLINE_LENGTH),
    url,
    mainEntityOfPage: url,
    description: shortDescription(article.description),
    inLanguage: article.language ?? whole.site.language,
    ...(article.written && { datePublished: article.written }),
    ...(article.updated && { dateModified: article.updated }),
    timeRequired: `PT${article.minutes}M`,
    ...authorOf(whole),
    ...(series && {
      position: series.parts.findIndex(({ slug }) => slug === article.slug) + 1,
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: series.index.title,
        url: urlOf(series.index, whole),
      },
    }),
  };
}

/** The way from the home page to the last of these. */
function breadcrumbs(articles: readonly ListedArticle[], whole: Described): BreadcrumbList {
  const steps = [
    { name: whole.site.title, item: urlOf(undefined, whole) },
    ...articles.map((article) => ({ name: article.title, item: urlOf(article, whole) })),
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, at): ListItem => ({ '@type': 'ListItem', position: at + 1, ...step })),
  };
}

function authorOf({ site: { author } }: Described): Pick<TechArticle, 'author'> {
  return author ? { author: { '@type': 'Person', ...author } } : {};
}

function urlOf(article: ListedArticle | undefined, { address: { origin, base } }: Described): string {
  return origin + (article ? articleAddress(article.slug, base) : base);
}
