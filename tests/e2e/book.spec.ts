import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { bookFiles } from '../support/book-articles.ts';
import { FixtureSite } from '../support/fixture-site.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A link of a page to a place in the same document. */
interface Link {
  readonly dest?: string;
  readonly url?: string;
}

let document: Document;
let pages: string[];

test.beforeAll(async () => {
  // A whole site is built, and printed.
  test.setTimeout(180_000);
  const site = await FixtureSite.make('printed-book', bookFiles());
  const { code, output } = await site.run(['scripts/book.ts', 'showcase', '--pdf'], {
    CHROMIUM_PATH: process.env['CHROMIUM_PATH'] ?? '',
  });
  expect(code, output).toBe(0);
  expect(site.files('book')).toEqual(['showcase.pdf']);
  document = await getDocumentProxy(new Uint8Array(readFileSync(join(site.root, 'book/showcase.pdf'))));
  const { text } = await extractText(document);
  // The number of a page comes first.
  pages = text.map((page) => page.replace(/\s+/g, ' ').replace(/^\d+ /, ''));
});

async function linksOf(page: number): Promise<Link[]> {
  return (await (await document.getPage(page)).getAnnotations()) as Link[];
}

/** The text of the page that a destination is on. */
async function pageOf(destination: string): Promise<string> {
  const [page] = (await document.getDestination(destination)) as [Parameters<Document['getPageIndex']>[0]];
  return pages[await document.getPageIndex(page)] ?? '';
}

test('begins with its title, then its contents, then each part on a page of its own', () => {
  expect(pages[0]).toContain('Showcase');
  expect(pages[1]).toContain('Contents');
  const starts = [
    'Every element of an article',
    'Every component of an article',
    'Hard for a book with code',
  ];
  for (const title of starts) {
    expect(pages.slice(2).filter((page) => page.startsWith(title))).toHaveLength(1);
  }
});

test('has the text of all parts, in all their scripts, and notes at the end of each', () => {
  const text = pages.join('\n');
  expect(text).toContain('Scaled dot-product attention over lists of rows.');
  expect(text).toContain('大規模言語モデルは');
  // Such text is drawn from its end, in the forms that letters have beside others.
  expect([...text.normalize('NFKC')].toReversed().join('')).toContain('كلمة');
  expect(text).toMatch(/The end.*Footnotes.*A note with a link.*Another note, with code/s);
  expect(text).toContain('Hidden at first.');
  expect(text).toContain('small 12 768 124 M');
});

test('has the headings of its parts as its outline', async () => {
  const outline = await document.getOutline();
  const part = outline.find(({ title }) => title === 'Every element of an article');
  expect(part?.items.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Headings and lists', 'Code', 'Tables', 'Raw HTML']),
  );
  expect(outline.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Contents', '大規模言語モデルの内部']),
  );
});

test('numbers its contents with the pages that they lead to', async () => {
  const contents = pages[1] ?? '';
  const page = pages.findIndex(
    (text, index) => index > 1 && text.startsWith('Every component of an article'),
  );
  expect(contents).toMatch(new RegExp(`Every component of an article ${page + 1}\\b`));
  const destinations = (await linksOf(2)).flatMap(({ dest }) => dest ?? []);
  expect(destinations.length).toBeGreaterThan(15);
  expect(await pageOf('showcase1%3Amaths')).toContain('Attention over');
  for (const destination of destinations) expect(await pageOf(destination)).not.toBe('');
});

test('leads from part to part within itself', async () => {
  const page = pages.findIndex((text) => text.startsWith('Hard for a book'));
  const links = await linksOf(page + 1);
  const destinations = links.flatMap(({ dest }) => dest ?? []);
  expect(destinations.toSorted()).toEqual([
    'showcase1%3Awhy-sqrtd_k',
    'showcase2%3Aevery-component-of-an-article',
    'showcase5%3A3-steps--more-of-it',
  ]);
  expect(await pageOf('showcase2%3Aevery-component-of-an-article')).toMatch(/^Every component/);
  expect(links.flatMap(({ url }) => url ?? [])).toEqual(
    expect.arrayContaining([
      'https://llm-internals.example/film.mp4',
      'https://llm-internals.example/llm1/#what-is-an-llm',
      'https://example.org/?a=1&b=2',
    ]),
  );
});

test('leads to notes', async () => {
  const links = await Promise.all(pages.map((_, index) => linksOf(index + 1)));
  const notes = links.flat().flatMap(({ dest }) => (dest?.includes('fn-') ? [dest] : []));
  expect(notes).toContain('showcase1%3Auser-content-fn-second');
  expect(await pageOf('showcase1%3Auser-content-fn-second')).toContain('Another note');
});
