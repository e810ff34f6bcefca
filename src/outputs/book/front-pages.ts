import type { Element } from 'hast';
import { h } from 'hastscript';
import { formatDay } from '../../series/day.ts';
import { directionOf } from '../../series/language.ts';
import type { Book } from './book.ts';
import type { Part } from '../../series/catalogue.ts';
import type { ChapterFile } from './chapter-file.ts';
import { chapterFile } from './chapter-links.ts';
import { xhtml } from './xhtml.ts';

/** A chapter in the contents. */
export interface Listed extends ChapterFile {
  readonly article: Part;
}

/** Text in the language of the book. */
function own({ language }: Book): { title: string; language: string; direction: 'ltr' | 'rtl' } {
  return { title: '', language, direction: directionOf(language) };
}

export function coverPage(book: Book, file: string): string {
  const image = h('img', { src: file, alt: `Cover: ${book.title}` });
  return xhtml({ ...own(book), title: book.title, type: 'cover' }, [h('div.cover', image)]);
}

export function titlePage(book: Book): string {
  return xhtml({ ...own(book), title: book.title, type: 'titlepage' }, titleOf(book));
}

/** What a title page says. */
export function titleOf({ title, author, description, publisher, address, modified }: Book): Element[] {
  return [
    h('div.title-page', [
      h('h1', title),
      ...(author === undefined ? [] : [h('p.author', author)]),
      h('p.description', description),
      h('p.imprint', { lang: 'en', dir: 'ltr' }, [
        h('a', { href: address }, publisher),
        ...(modified ? [`, ${formatDay(modified, 'en')}`] : []),
      ]),
    ]),
  ];
}

/** The contents, for readers of both kinds: chapters with their sections, and what a reader starts with. */
export function navigation(book: Book, chapters: readonly Listed[]): string {
  const first = chapters[0] && chapterFile(chapters[0].article.slug);
  const landmarks: [string, string, string][] = [
    ['cover', 'cover.xhtml', 'Cover'],
    ['titlepage', 'title.xhtml', 'Title page'],
    ['toc', 'nav.xhtml', 'Contents'],
    ...(first === undefined ? [] : ([['bodymatter', first, 'Start']] as [string, string, string][])),
  ];
  const contents = h('nav', { id: 'contents', role: 'doc-toc' }, [
    h('h1', { lang: 'en', dir: 'ltr' }, 'Contents'),
    h('ol', chapters.map(entryOf)),
  ]);
  contents.properties['epub:type'] = 'toc';
  const marks = h('nav', { id: 'landmarks', hidden: true, lang: 'en', dir: 'ltr' }, [
    h('h2', 'Landmarks'),
    h(
      'ol',
      landmarks.map(([type, file, text]) => {
        const link = h('a', { href: encodeURI(file) }, text);
        link.properties['epub:type'] = type;
        return h('li', link);
      }),
    ),
  ]);
  marks.properties['epub:type'] = 'landmarks';
  return xhtml({ ...own(book), title: book.title }, [contents, marks]);
}

function entryOf({ article, language, direction, sections }: Listed): Element {
  const file = encodeURIComponent(chapterFile(article.slug));
  const entries = sections.map(({ id, title }) =>
    h('li', h('a', { href: `${file}#${encodeURIComponent(id)}` }, title)),
  );
  return h('li', { lang: language, dir: direction }, [
    h('a', { href: file }, article.title),
    ...(entries.length > 0 ? [h('ol', entries)] : []),
  ]);
}
