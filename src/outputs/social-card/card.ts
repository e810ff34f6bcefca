import { seriesOf } from '../../series/catalogue.ts';
import { directionOf } from '../../series/language.ts';
import type { PublishedArticle } from '../../series/published.ts';
import { articleAddress } from '../../series/target.ts';
import type { Site } from '../../site.ts';

/** What is drawn on a social card. */
export interface SocialCard {
  /** Beside the logo; empty where the title says it. */
  readonly site: string;
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What stands out below the title: `Part 3 of 7`; empty for none. */
  readonly label: string;
  /** What goes on from there, in quiet letters; empty for none. */
  readonly remark: string;
  /** Parts as steps of a line, those up to `part` done; undefined for a page that is no part. */
  readonly progress: { readonly part: number; readonly parts: number } | undefined;
}

/**
 * The cards of a site's home page and of its articles, by address of the page below the base; an
 * article whose author gives it a picture needs none.
 */
export function socialCards(
  articles: readonly PublishedArticle[],
  site: Pick<Site, 'title' | 'description' | 'language'>,
): ReadonlyMap<string, SocialCard> {
  const series = new Map(seriesOf(articles).map((one) => [one.name, one]));
  const home: SocialCard = {
    site: '',
    title: site.title,
    language: site.language,
    direction: directionOf(site.language),
    label: '',
    remark: site.description,
    progress: undefined,
  };
  const needy = articles.filter(({ image }) => image === undefined);
  const cards = needy.map((article): [string, SocialCard] => {
    const { slug, title, language = site.language } = article;
    const own = { site: site.title, title, language, direction: directionOf(language) };
    const { index, parts = [] } = series.get(article.member?.series ?? '') ?? {};
    const position = parts.findIndex((part) => part.slug === slug) + 1;
    const rest =
      position > 0
        ? { label: `Part ${position} of ${parts.length}`, remark: index?.title ?? '' }
        : { label: index && parts.length > 1 ? `A series in ${parts.length} parts` : '', remark: '' };
    const progress = index && parts.length > 0 ? { part: position, parts: parts.length } : undefined;
    return [articleAddress(slug, ''), { ...own, ...rest, progress }];
  });
  return new Map([['', home], ...cards]);
}
