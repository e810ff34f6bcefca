import { directionOf } from '../../series/language.ts';
import type { FoundArticle, FoundSection, Piece } from './found.ts';

/** The options of a listbox, grouped by article. */
export function resultGroups(articles: readonly FoundArticle[]): HTMLElement[] {
  let count = 0;
  return articles.map((article, index) => {
    const label = make('p', { id: `site:search-group-${index}`, role: 'presentation', dir: 'auto' });
    label.append(article.title);
    if (article.series) label.append(make('small', {}, [{ text: article.series, isMatch: false }]));
    const { language } = article;
    const group = make('div', {
      role: 'group',
      'aria-labelledby': label.id,
      ...(language && { lang: language, dir: directionOf(language) }),
    });
    group.append(label, ...article.sections.map((section) => option(section, count++)));
    return group;
  });
}

function option({ title, excerpt, address }: FoundSection, index: number): HTMLElement {
  const link = make('a', {
    id: `site:search-option-${index}`,
    role: 'option',
    'aria-selected': 'false',
    tabindex: '-1',
    href: address,
  });
  link.append(make('strong', { dir: 'auto' }, title), make('span', { dir: 'auto' }, excerpt));
  return link;
}

function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  pieces: readonly Piece[] = [],
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const { text, isMatch } of pieces) {
    if (!isMatch) element.append(text);
    else element.append(Object.assign(document.createElement('mark'), { textContent: text }));
  }
  return element;
}
