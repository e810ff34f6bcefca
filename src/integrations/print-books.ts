import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { booksOf } from '../outputs/book/book.ts';
import { printDocument } from '../outputs/book/print-document.ts';
import type { BuiltSite } from '../outputs/output.ts';

/** Makes a PDF of a page below a folder, which is all that the page can load from. */
export type Printer = (folder: string, page: string) => Promise<Uint8Array>;

/** Writes each series as a PDF into the output folder, where the site has them. */
export async function printBooks(folder: string, site: BuiltSite, print: Printer | undefined): Promise<void> {
  if (!site.site.books.pdf) return;
  if (!print) throw new Error('A PDF is asked for, and nothing here can print one.');
  for (const book of booksOf(site)) {
    // As deep as the pages that it is made of, whose addresses are relative.
    const place = mkdtempSync(join(folder, 'print-'));
    try {
      writeFileSync(join(place, 'index.html'), printDocument(book, site));
      writeFileSync(join(folder, `${book.name}.pdf`), await print(folder, `${basename(place)}/index.html`));
    } finally {
      rmSync(place, { recursive: true });
    }
  }
}
