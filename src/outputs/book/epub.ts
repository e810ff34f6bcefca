import { readFileSync } from 'node:fs';
import type { BuiltSite, Output } from '../output.ts';
import { archive } from './archive.ts';
import { type Book, booksOf } from './book.ts';
import { type BookPicture, bookPicture } from './book-pictures.ts';
import { type ChapterFile, chapterFileOf } from './chapter-file.ts';
import { chapterFile, settleLinks } from './chapter-links.ts';
import { drawCover } from './cover.ts';
import { coverPage, type Listed, navigation, titlePage } from './front-pages.ts';
import { CONTAINER, type Item, packageDocument } from './package.ts';

const STYLES = readFileSync(new URL('./book.css', import.meta.url), 'utf8');
const XHTML = 'application/xhtml+xml';

/** Each series as an EPUB 3.3, where the site has them: https://www.w3.org/TR/epub-33/. */
export const epubs: Output = async (site) => {
  if (!site.site.books.epub) return [];
  const books = booksOf(site).map(async (book) => ({
    path: `${book.name}.epub`,
    content: await epub(book, site),
  }));
  return Promise.all(books);
};

/** A file of the book with its bytes or its text. */
interface Entry extends Item {
  readonly content: string | Uint8Array;
}

async function epub(book: Book, site: BuiltSite): Promise<Uint8Array> {
  const drawn = drawCover({ title: book.title, line: book.author ?? book.publisher });
  // What goes wrong is told to who waits for it.
  drawn.catch(() => undefined);
  const chapters: Listed[] = [];
  for (const article of book.articles) chapters.push({ article, ...(await chapterFileOf(article, site)) });
  const pictures = await picturesOf(chapters, site);
  const entries: Entry[] = [
    { file: 'cover.png', type: 'image/png', properties: ['cover-image'], content: await drawn },
    { file: 'book.css', type: 'text/css', content: STYLES },
    { file: 'cover.xhtml', type: XHTML, isRead: true, content: coverPage(book, 'cover.png') },
    { file: 'title.xhtml', type: XHTML, isRead: true, content: titlePage(book) },
    {
      file: 'nav.xhtml',
      type: XHTML,
      properties: ['nav'],
      isRead: true,
      content: navigation(book, chapters),
    },
    ...chapterEntries(chapters, pictures),
    ...[...pictures.values()].map(({ file, type, bytes }) => ({ file, type, content: bytes })),
  ];
  const hasFormulas = chapters.some((chapter) => chapter.hasFormulas);
  const opf = packageDocument(book, { items: entries, hasFormulas, hasPictures: pictures.size > 0 });
  const files = entries.map(({ file, content }) => ({ file: `EPUB/${file}`, content }));
  return archive(
    [
      { file: 'META-INF/container.xml', content: CONTAINER },
      { file: 'EPUB/package.opf', content: opf },
      ...files,
    ],
    site.keep,
  );
}

function chapterEntries(chapters: readonly Listed[], pictures: ReadonlyMap<string, BookPicture>): Entry[] {
  const anchors = new Map(chapters.map((chapter) => [chapter.article.slug, chapter.anchors]));
  const known = {
    anchorsOf: (slug: string) => anchors.get(slug),
    picture: (path: string) => pictures.get(path)?.file,
  };
  return chapters.map(({ article: { slug }, text, hasFormulas, hasDrawings }) => ({
    file: chapterFile(slug),
    type: XHTML,
    isRead: true,
    properties: [...(hasFormulas ? ['mathml'] : []), ...(hasDrawings ? ['svg'] : [])],
    content: settleLinks(text, slug, known),
  }));
}

/** The pictures that chapters show, by path below the output folder. */
async function picturesOf(
  chapters: readonly ChapterFile[],
  { read, keep }: BuiltSite,
): Promise<ReadonlyMap<string, BookPicture>> {
  const paths = [...new Set(chapters.flatMap((chapter) => chapter.pictures))];
  const made = await Promise.all(
    paths.map(async (path) => {
      const bytes = read(path);
      if (!bytes) return [];
      const { picture } = await keep('book-pictures', [path, bytes], async () => ({
        picture: await bookPicture(path, bytes),
      }));
      return picture ? [[path, picture] as const] : [];
    }),
  );
  return new Map(made.flat());
}
