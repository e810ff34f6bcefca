import type { Element, ElementContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { parsePart } from '../../finishing/run-parser.ts';
import type { Part } from '../../series/catalogue.ts';
import { directionOf } from '../../series/language.ts';
import type { BuiltSite, Heading } from '../output.ts';
import { partsOf } from './parts-list.ts';
import { makeStatic } from './static-elements.ts';
import { elementsIn } from './walk.ts';

/** An article as a book has it. */
export interface Chapter {
  readonly article: Part;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Its heading, then its text; addresses are not those of the book yet. */
  readonly content: ElementContent[];
  readonly sections: readonly Section[];
  /** What a fragment can lead to. */
  readonly ids: ReadonlySet<string>;
}

export interface Section {
  readonly id: string;
  readonly title: string;
}

/** An article as it is read elsewhere. */
export interface ReadArticle {
  readonly article: Part;
  readonly heading: Heading;
  readonly html: string;
}

export function chapterOf({ article, heading, html }: ReadArticle, { site, articles }: BuiltSite): Chapter {
  const list = article.member.number === 0 ? partsOf(article, articles, pageOf) : [];
  const language = article.language ?? site.language;
  const direction = directionOf(language);
  const whole = [headingOf(heading, article), ...contentOf(html), ...list];
  const content = makeStatic(whole, direction);
  const elements = elementsIn(content);
  return {
    article,
    language,
    direction,
    content,
    sections: elements.flatMap(sectionOf),
    ids: new Set(elements.flatMap(({ properties: { id } }) => (typeof id === 'string' ? id : []))),
  };
}

function contentOf(html: string): ElementContent[] {
  const { children } = fromParse5(parsePart(html)) as Element;
  return children;
}

/** The heading stands in the page's frame, where its words keep their emphasis. */
function headingOf({ id, html }: Heading, { title }: Part): Element {
  return h('h1', { id: id || undefined }, html === '' ? title : contentOf(html));
}

function pageOf(slug: string): string {
  return `../${encodeURIComponent(slug)}/index.html`;
}

function sectionOf(element: Element): Section[] {
  const { id } = element.properties;
  if (element.tagName !== 'h2' || typeof id !== 'string') return [];
  return [{ id, title: toString(element).replace(/\s+/g, ' ').trim() }];
}
