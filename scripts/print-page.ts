import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Printed } from '../src/integrations/print-books.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Not a host: what is asked of it is answered from the folder, and nothing else is. */
const ORIGIN = 'https://book.invalid/';

/**
 * Prints a page below a folder to PDF with a Chromium, which is loaded only then. Nothing is asked
 * of the network. Throws an Error that says what to do where there is no browser.
 */
export async function printPage(folder: string, page: string): Promise<Printed> {
  const { chromium } = await import('@playwright/test').catch(() => {
    throw new Error('A PDF needs the development packages of the project: run `npm ci`.');
  });
  const { BROWSER_FLAGS, findBrowser } = await import('./browser.ts');
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('A PDF needs a Chromium, and there is none: install one, or set CHROMIUM_PATH.');
  }
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  try {
    const tab = await browser.newPage({ javaScriptEnabled: false });
    await tab.route('**/*', (route) => {
      const url = route.request().url();
      const path = join(folder, decodeURIComponent(new URL(url).pathname));
      if (!url.startsWith(ORIGIN) || !existsSync(path)) return route.abort();
      const contentType = TYPES[extname(path)];
      return route.fulfill({ body: readFileSync(path), ...(contentType !== undefined && { contentType }) });
    });
    await tab.goto(ORIGIN + page, { waitUntil: 'networkidle' });
    const pdf = await tab.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      outline: true,
      tagged: true,
    });
    return { pdf, sheets: await sheetsOf(pdf) };
  } finally {
    await browser.close();
  }
}

/** The browser makes a destination of each id that is linked to, by its name as in the link. */
async function sheetsOf(pdf: Uint8Array): Promise<Map<string, number>> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const destinations = Object.entries(await document.getDestinations());
  const sheets = await Promise.all(
    destinations.map(async ([name, destination]): Promise<[string, number]> => {
      const [page] = destination as [Parameters<typeof document.getPageIndex>[0]];
      return [decodeURIComponent(name), (await document.getPageIndex(page)) + 1];
    }),
  );
  await document.loadingTask.destroy();
  return new Map(sheets);
}
