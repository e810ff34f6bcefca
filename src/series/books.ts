/** Which books of each series are made. */
export interface Books {
  readonly epub: boolean;
  readonly pdf: boolean;
}

/**
 * Reads `BOOKS`: `epub`, `pdf`, both with a space between them, or `none`.
 * Throws an Error that says how to write it.
 */
export function parseBooks(text: string | undefined, fallback: Books): Books {
  const names = (text ?? '').split(/[\s,]+/).filter((name) => name !== '');
  if (names.length === 0) return fallback;
  const isNone = names.length === 1 && names[0] === 'none';
  if (!isNone && !names.every((name) => name === 'epub' || name === 'pdf')) {
    throw new Error(`BOOKS is \`${text}\`; it must be \`epub\`, \`pdf\`, \`epub pdf\` or \`none\`.`);
  }
  return { epub: names.includes('epub'), pdf: names.includes('pdf') };
}

/** The name of a series as its books have it: without what divides it from a number. */
export function bookName(series: string): string {
  return series.replace(/[-_]+$/, '');
}

/** The books of a series: their files below the site's base, and what kind of file each is. */
export function bookFiles(
  series: string,
  books: Books,
): { readonly file: string; readonly kind: 'EPUB' | 'PDF'; readonly type: string }[] {
  const name = bookName(series);
  return [
    ...(books.epub ? [{ file: `${name}.epub`, kind: 'EPUB', type: 'application/epub+zip' } as const] : []),
    ...(books.pdf ? [{ file: `${name}.pdf`, kind: 'PDF', type: 'application/pdf' } as const] : []),
  ];
}
