import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Part } from '../../series/catalogue.ts';
import type { BuiltSite } from '../output.ts';
import { chapterOf, type Section } from './chapter.ts';
import { linkChapter } from './chapter-links.ts';
import { partsOf } from './parts-list.ts';
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
  const bytes = site.read(`${article.slug}/index.html`);
  if (!bytes) throw new Error(`\`${article.file}\` has no page.`);
  const { slug, title, language, member } = article;
  const list = member.number === 0 ? partsOf(article, site.articles, (part) => part) : [];
  const inputs = JSON.stringify([slug, title, language, site.site.language, site.address, list]);
  return site.keep('chapters', [inputs, bytes], () => writeChapter(article, bytes, site));
}

function writeChapter(article: Part, bytes: Uint8Array, site: BuiltSite): ChapterFile {
  const chapter = chapterOf(article, bytes, site);
  const { language, direction, sections, ids } = chapter;
  const { root, pictures } = linkChapter(chapter, site.address);
  return {
    text: xhtml({ title: article.title, language, direction, type: 'bodymatter' }, root.children),
    language,
    direction,
    sections,
    anchors: ids,
    pictures,
    hasFormulas: has(root, 'math'),
    hasDrawings: has(root, 'svg'),
  };
}

function has(root: Root, name: string): boolean {
  let isFound = false;
  visit(root, { type: 'element', tagName: name }, () => {
    isFound = true;
  });
  return isFound;
}
