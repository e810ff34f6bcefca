import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { booksOf } from '../outputs/book/book.ts';
import { printDocument } from '../outputs/book/print-document.ts';
import type { BuiltSite, OutputFile } from '../outputs/output.ts';

/** A page on paper, and on which of its sheets each id of it stands, from 1. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly sheets: ReadonlyMap<string, number>;
}

/** Makes a PDF of a page below a folder, which is all that the page can load from. */
export type Printer = (folder: string, page: string) => Promise<Printed>;

/** Each series as a PDF, where the site has them: what is printed is there in a folder of its own meanwhile. */
export async function printBooks(
  folder: string,
  site: BuiltSite,
  print: Printer | undefined,
): Promise<readonly OutputFile[]> {
  if (!site.site.books.pdf) return [];
  if (!print) throw new Error('A PDF is asked for, and nothing here can print one.');
  const files: OutputFile[] = [];
  for (const book of booksOf(site)) {
    // As deep as the pages that it is made of, whose addresses are relative.
    const place = mkdtempSync(join(folder, 'print-'));
    try {
      const page = join(place, 'index.html');
      const name = `${basename(place)}/index.html`;
      // The first print tells the numbers of pages that the second has in its contents.
      writeFileSync(page, printDocument(book, site, new Map()));
      const { sheets } = await print(folder, name);
      writeFileSync(page, printDocument(book, site, sheets));
      const { pdf } = await print(folder, name);
      files.push({ path: `${book.name}.pdf`, content: pdf });
    } finally {
      rmSync(place, { recursive: true });
    }
  }
  return files;
}
