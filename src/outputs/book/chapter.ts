import type { Element, ElementContent, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { attributeOf, elementsOf, parsePage, type PageTree } from '../../finishing/page-tree.ts';
import { paintDrawings } from '../../finishing/painted-drawings.ts';
import { readingCopy } from '../../finishing/reading-copy.ts';
import type { Part } from '../../series/catalogue.ts';
import { directionOf } from '../../series/language.ts';
import type { BuiltSite } from '../output.ts';
import { markNotes } from './notes.ts';
import { partsOf } from './parts-list.ts';
import { makeStatic } from './static-elements.ts';

/** An article as a book has it. */
export interface Chapter {
  readonly article: Part;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Its heading, then its text; addresses are still those of its page. */
  readonly content: ElementContent[];
  readonly sections: readonly Section[];
  /** What a fragment can lead to. */
  readonly ids: ReadonlySet<string>;
}

export interface Section {
  readonly id: string;
  readonly title: string;
}

/** Makes a chapter of the finished page of an article. */
export function chapterOf(article: Part, bytes: Uint8Array, site: BuiltSite): Chapter {
  const page = parsePage(new TextDecoder().decode(bytes));
  paintDrawings(page);
  const copy = readingCopy(page, (address) => address);
  const text = copy ? (fromParse5(copy) as Element).children : [];
  const list = article.member.number === 0 ? partsOf(article, site.articles, pageOf) : [];
  const root: Root = { type: 'root', children: [headingOf(page, article), ...text, ...list] };
  const language = article.language ?? site.site.language;
  const direction = directionOf(language);
  makeStatic(root, direction);
  markNotes(root);
  return {
    article,
    language,
    direction,
    content: root.children.filter((child): child is ElementContent => child.type !== 'doctype'),
    sections: sectionsOf(root),
    ids: idsOf(root),
  };
}

/** The heading stands in the page's frame, where its words keep their emphasis. */
function headingOf(page: PageTree, { title }: Part): Element {
  const heading = elementsOf(page).find(({ tagName }) => tagName === 'h1');
  const children = heading ? (fromParse5(heading) as Element).children : [];
  return h('h1', { id: attributeOf(heading, 'id') || undefined }, children.length > 0 ? children : title);
}

function pageOf(slug: string): string {
  return `../${encodeURIComponent(slug)}/index.html`;
}

function sectionsOf(root: Root): Section[] {
  const sections: Section[] = [];
  visit(root, { type: 'element', tagName: 'h2' }, (heading: Element) => {
    const { id } = heading.properties;
    if (typeof id === 'string') sections.push({ id, title: toString(heading).replace(/\s+/g, ' ').trim() });
  });
  return sections;
}

function idsOf(root: Root): Set<string> {
  const ids = new Set<string>();
  visit(root, 'element', ({ properties: { id } }) => {
    if (typeof id === 'string') ids.add(id);
  });
  return ids;
}
