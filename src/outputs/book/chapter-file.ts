import type { Part } from '../../series/catalogue.ts';
import type { BuiltSite } from '../output.ts';
import { chapterOf, type ReadArticle, type Section } from './chapter.ts';
import { linkChapter } from './chapter-links.ts';
import { markNotes } from './notes.ts';
import { partsOf } from './parts-list.ts';
import { elementsIn } from './walk.ts';
import { xhtml } from './xhtml.ts';

/** A chapter as it is written, before its links and pictures are settled by the whole book. */
export interface ChapterFile {
  readonly text: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly sections: readonly Section[];
  readonly anchors: ReadonlySet<string>;
  /** Paths below the output folder. */
  readonly pictures: readonly string[];
  readonly hasFormulas: boolean;
  readonly hasDrawings: boolean;
}

/** Writes a chapter, or gives it as it was written for a book before. Throws where the article has no page. */
export async function chapterFileOf(article: Part, site: BuiltSite): Promise<ChapterFile> {
  const heading = await site.heading(article.slug);
  if (!heading) throw new Error(`\`${article.file}\` has no page.`);
  const { slug, title, language, member } = article;
  const list = member.number === 0 ? partsOf(article, site.articles, (part) => part) : [];
  const facts = [slug, title, language, site.site.language, site.address, list, heading];
  const html = await site.html(slug);
  return site.keep('chapters', [JSON.stringify(facts), html], () =>
    writeChapter({ article, heading, html }, site),
  );
}

function writeChapter(read: ReadArticle, site: BuiltSite): ChapterFile {
  const { slug, title, member } = read.article;
  const chapter = chapterOf(read, site);
  const { language, direction, sections, ids } = chapter;
  const from = { slug, series: member.series, address: site.address };
  const { content, pictures } = linkChapter(chapter.content, from);
  // A reference is known by where it leads.
  markNotes(content);
  const names = new Set(elementsIn(content).map(({ tagName }) => tagName));
  return {
    text: xhtml({ title, language, direction, type: 'bodymatter' }, content),
    language,
    direction,
    sections,
    anchors: ids,
    pictures,
    hasFormulas: names.has('math'),
    hasDrawings: names.has('svg'),
  };
}
