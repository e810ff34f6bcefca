import { escaped } from '../escaped.ts';
import { directionOf } from '../../series/language.ts';
import type { Book } from './book.ts';

/** A file of a book, as its package lists it. */
export interface Item {
  readonly file: string;
  readonly type: string;
  readonly properties?: readonly string[];
  /** Whether it is read in its turn; the others are shown by those that are. */
  readonly isRead?: boolean;
}

export interface Contained {
  readonly items: readonly Item[];
  readonly hasFormulas: boolean;
  readonly hasPictures: boolean;
}

export const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

/** The package document: what the book is, what it is made of, and in which order it is read. */
export function packageDocument(book: Book, { items, hasFormulas, hasPictures }: Contained): string {
  const manifest = items.map(({ file, type, properties = [] }, index) => {
    const what = properties.length > 0 ? ` properties="${properties.join(' ')}"` : '';
    return `<item id="item-${index + 1}" href="${escaped(encodeURI(file))}" media-type="${type}"${what}/>`;
  });
  const spine = items.flatMap(({ isRead }, index) =>
    isRead ? [`<itemref idref="item-${index + 1}"/>`] : [],
  );
  const direction = directionOf(book.language);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="${book.language}" dir="${direction}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    ${[...described(book), ...accessible({ hasFormulas, hasPictures })].join('\n    ')}
  </metadata>
  <manifest>
    ${manifest.join('\n    ')}
  </manifest>
  <spine page-progression-direction="${direction}">
    ${spine.join('\n    ')}
  </spine>
</package>
`;
}

function described(book: Book): string[] {
  // Every package must say when it was last changed; one whose articles have no day says a fixed one.
  const modified = book.modified ?? '2000-01-01';
  return [
    `<dc:identifier id="book">${escaped(book.address)}</dc:identifier>`,
    `<dc:title>${escaped(book.title)}</dc:title>`,
    `<dc:language>${book.language}</dc:language>`,
    ...(book.author === undefined ? [] : [`<dc:creator>${escaped(book.author)}</dc:creator>`]),
    `<dc:publisher>${escaped(book.publisher)}</dc:publisher>`,
    `<dc:description>${escaped(book.description)}</dc:description>`,
    `<dc:source>${escaped(book.address)}</dc:source>`,
    ...(book.modified ? [`<dc:date>${book.modified}</dc:date>`] : []),
    `<meta property="dcterms:modified">${modified}T00:00:00Z</meta>`,
    // Readers from before EPUB 3 find the cover by this.
    '<meta name="cover" content="item-1"/>',
  ];
}

/** What EPUB Accessibility 1.1 asks to be told of every book. */
function accessible({ hasFormulas, hasPictures }: Pick<Contained, 'hasFormulas' | 'hasPictures'>): string[] {
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder', 'alternativeText'];
  const pictures = hasPictures ? ', and every picture has a text that stands for it' : '';
  const formulas = hasFormulas ? ' Formulas are MathML.' : '';
  return [
    meta('accessMode', 'textual'),
    ...(hasPictures ? [meta('accessMode', 'visual')] : []),
    meta('accessModeSufficient', 'textual'),
    ...[...features, ...(hasFormulas ? ['MathML'] : [])].map((one) => meta('accessibilityFeature', one)),
    meta('accessibilityHazard', 'none'),
    meta('accessibilitySummary', `The text has headings and an order to read it in${pictures}.${formulas}`),
  ];
}

function meta(property: string, value: string): string {
  return `<meta property="schema:${property}">${value}</meta>`;
}
