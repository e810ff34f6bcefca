import type { Element } from 'hast';
import { h } from 'hastscript';
import { type Part, seriesOf, upcomingOf } from '../../series/catalogue.ts';
import { directionOf } from '../../series/language.ts';
import type { PublishedArticle } from '../../series/published.ts';

/** The parts of a series, as the page of its index lists them below its text. */
export function partsOf(
  index: Part,
  articles: readonly PublishedArticle[],
  addressOf: (slug: string) => string,
): Element[] {
  const series = seriesOf(articles).find((one) => one.index.slug === index.slug);
  if (!series) return [];
  const parts = series.parts.map(({ slug, title, member, language }) => {
    const attributes = language === undefined ? {} : { lang: language, dir: directionOf(language) };
    return h('li', { value: member.number }, h('a', { href: addressOf(slug), ...attributes }, title));
  });
  const upcoming = upcomingOf(series).map((title) => h('li', title, h('span.upcoming', ' (still to come)')));
  if (parts.length + upcoming.length === 0) return [];
  return [h('section', { lang: 'en', dir: 'ltr' }, h('h2', 'Parts'), h('ol', [...parts, ...upcoming]))];
}
