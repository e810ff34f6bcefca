import { readFileSync } from 'node:fs';
import type { Root } from 'hast';
import { zipSync, type Zippable } from 'fflate';
import { visit } from 'unist-util-visit';
import type { BuiltSite, Output } from '../output.ts';
import { type Book, booksOf } from './book.ts';
import { type BookPicture, bookPicture } from './book-pictures.ts';
import { type Chapter, chapterOf } from './chapter.ts';
import { chapterFile, linkChapter } from './chapter-links.ts';
import { drawCover } from './cover.ts';
import { coverPage, navigation, titlePage } from './front-pages.ts';
import { CONTAINER, type Item, packageDocument } from './package.ts';
import { placeOf } from './place.ts';
import { xhtml } from './xhtml.ts';

const STYLES = readFileSync(new URL('./book.css', import.meta.url), 'utf8');
const XHTML = 'application/xhtml+xml';
/** The same in all zones: archives have no zone. */
const NO_TIME = new Date(1980, 0, 1);

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
  const chapters = book.articles.map((article) => chapterOf(article, site));
  const pictures = await picturesOf(chapters, site);
  const texts = chapterEntries(chapters, { pictures, site });
  const cover = await drawCover({ title: book.title, line: book.author ?? book.publisher });
  const entries: Entry[] = [
    { file: 'cover.png', type: 'image/png', properties: ['cover-image'], content: cover },
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
    ...texts,
    ...[...pictures.values()].map(({ file, type, bytes }) => ({ file, type, content: bytes })),
  ];
  const hasFormulas = texts.some(({ properties }) => properties?.includes('mathml'));
  const opf = packageDocument(book, { items: entries, hasFormulas, hasPictures: pictures.size > 0 });
  return archive([
    { file: 'META-INF/container.xml', content: CONTAINER },
    { file: 'EPUB/package.opf', content: opf },
    ...entries.map(({ file, content }) => ({ file: `EPUB/${file}`, content })),
  ]);
}

function chapterEntries(
  chapters: readonly Chapter[],
  { pictures, site }: { pictures: ReadonlyMap<string, BookPicture>; site: BuiltSite },
): Entry[] {
  const bySlug = new Map(chapters.map((chapter) => [chapter.article.slug, chapter]));
  const picture = (path: string) => {
    const file = pictures.get(path)?.file;
    return file === undefined ? undefined : encodeURI(file);
  };
  return chapters.map((chapter) => {
    const { article, language, direction } = chapter;
    const root = linkChapter(chapter, { address: site.address, chapters: bySlug, picture });
    const properties = (['math', 'svg'] as const).filter((name) => has(root, name));
    return {
      file: chapterFile(article.slug),
      type: XHTML,
      isRead: true,
      properties: properties.map((name) => (name === 'math' ? 'mathml' : name)),
      content: xhtml({ title: article.title, language, direction, type: 'bodymatter' }, root.children),
    };
  });
}

function has(root: Root, name: string): boolean {
  let isFound = false;
  visit(root, { type: 'element', tagName: name }, () => {
    isFound = true;
  });
  return isFound;
}

/** The pictures that chapters show, by path below the output folder. */
async function picturesOf(
  chapters: readonly Chapter[],
  { address, read, keep }: BuiltSite,
): Promise<ReadonlyMap<string, BookPicture>> {
  const made = new Map<string, BookPicture>();
  const paths = [...new Set(chapters.flatMap((chapter) => picturePaths(chapter, address)))];
  const pictures = paths.map(async (path) => {
    const bytes = read(path);
    if (!bytes) return;
    const { picture } = await keep('book-pictures', [path, bytes], async () => ({
      picture: await bookPicture(path, bytes),
    }));
    if (picture) made.set(path, picture);
  });
  await Promise.all(pictures);
  return made;
}

function picturePaths({ article: { slug }, content }: Chapter, address: BuiltSite['address']): string[] {
  const paths: string[] = [];
  visit({ type: 'root', children: content } satisfies Root, { type: 'element', tagName: 'img' }, (image) => {
    const place = placeOf(String(image.properties['src'] ?? ''), { slug, address });
    if (place.kind === 'file') paths.push(place.path);
  });
  return paths;
}

/** A zip as an EPUB is one: what it is stands first and is not packed, nor is what is packed already. */
function archive(
  files: readonly { readonly file: string; readonly content: string | Uint8Array }[],
): Uint8Array {
  const encoder = new TextEncoder();
  const zip: Zippable = { mimetype: [encoder.encode('application/epub+zip'), { level: 0 }] };
  for (const { file, content } of files) {
    const isText = typeof content === 'string';
    zip[file] = [isText ? encoder.encode(content) : content, { level: isText ? 9 : 0 }];
  }
  return zipSync(zip, { mtime: NO_TIME });
}
