import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookFiles } from '../support/book-articles.ts';
import { EpubArchive } from '../support/epub-archive.ts';
import { checkEpub, findEpubcheck } from '../support/epubcheck.ts';
import { FixtureSite } from '../support/fixture-site.ts';
import { attribute, Page, text } from '../support/page.ts';

const BOOKS = ['llm', 'showcase'] as const;
const epubcheck = findEpubcheck();
let site: FixtureSite;

const bookPath = (name: string) => join(site.root, `book/${name}.epub`);

beforeAll(async () => {
  site = await FixtureSite.make('book', bookFiles());
  const { code, output } = await site.run(['scripts/book.ts', '--epub']);
  expect(code, output).toBe(0);
});

describe('the command', () => {
  test('leaves a book of each series, and nothing else', () => {
    expect(site.files('book')).toEqual(['llm.epub', 'showcase.epub']);
    expect(site.files('dist')).toEqual([]);
  });

  test('makes the same bytes again, of the series that is asked for, where it is told to', async () => {
    const { code, output } = await site.run(['scripts/book.ts', 'showcase', '--epub', '--out', 'again']);
    expect(code, output).toBe(0);
    expect(output).toMatch(/^again\/showcase\.epub: \d+ kB\n$/);
    expect(site.files('again')).toEqual(['showcase.epub']);
    expect(
      readFileSync(join(site.root, 'again/showcase.epub')).equals(readFileSync(bookPath('showcase'))),
    ).toBe(true);
  });

  test.each([
    [['nothing'], 'A series must be one of `llm`, `showcase`, not `nothing`.'],
    [['--wrong'], 'There is no option `--wrong`'],
  ])('refuses %j, and says how it is used', async (args, message) => {
    const { code, output } = await site.run(['scripts/book.ts', ...args]);
    expect(code).toBe(2);
    expect(output).toContain(message);
    expect(output).toContain('npm run book');
  });

  test('makes nothing of articles with mistakes, and leaves nothing behind', async () => {
    const { root } = site;
    const wrong = await FixtureSite.make('book-wrong', { 'articles/llm0.md': '# Wrong\n\n[x](./nothing)\n' });
    const folder = join(root, 'temporary');
    mkdirSync(folder, { recursive: true });
    const { code, output } = await wrong.run(['scripts/book.ts', '--epub'], { TMPDIR: folder });
    expect(code).toBe(1);
    expect(output).toContain('articles/llm0.md:3:1');
    expect(wrong.files('book')).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith('book-'))).toEqual([]);
  });

  test('tells how it is used', async () => {
    const { code, output } = await site.run(['scripts/book.ts', '--help']);
    expect(code).toBe(0);
    expect(output).toContain('Exit code: 0');
  });
});

describe.each(BOOKS)('the EPUB of %s', (name) => {
  test('has nothing that epubcheck warns of', (context) => {
    if (epubcheck.jar === undefined) return context.skip(epubcheck.reason);
    expect(checkEpub(epubcheck.jar, bookPath(name))).toEqual([]);
  });

  test('keeps the rules of EPUB 3.3', async () => {
    const { messages } = await EpubCheck.validate(readFileSync(bookPath(name)));
    expect(messages.filter(({ severity }) => !/info|usage/i.test(severity))).toEqual([]);
  });

  test('says first what it is, unpacked', () => {
    const bytes = readFileSync(bookPath(name)).subarray(30, 58).toString('latin1');
    expect(bytes).toBe('mimetypeapplication/epub+zip');
  });
});

describe('the EPUB of the showcase', () => {
  let book: EpubArchive;
  const chapter = (number: number) => book.page(`EPUB/showcase${number}.xhtml`);

  beforeAll(() => {
    book = new EpubArchive(bookPath('showcase'));
  });

  test('is read from its cover to its last part', () => {
    const { 1: spine = '' } = /<spine[^>]*>(.*?)<\/spine>/s.exec(book.text('EPUB/package.opf')) ?? [];
    const files = new Map(
      [...book.text('EPUB/package.opf').matchAll(/<item id="([^"]+)" href="([^"]+)"/g)].map(
        ([, id, href]) => [id, href],
      ),
    );
    expect([...spine.matchAll(/idref="([^"]+)"/g)].map(([, id]) => files.get(id))).toEqual([
      'cover.xhtml',
      'title.xhtml',
      'nav.xhtml',
      ...[0, 1, 2, 3, 4, 5].map((number) => `showcase${number}.xhtml`),
    ]);
  });

  test('lists its parts and their sections', () => {
    const links = book.page('EPUB/nav.xhtml').find('a');
    const entries = links.map((link) => `${text(link)} ${attribute(link, 'href')}`);
    expect(entries).toEqual(
      expect.arrayContaining([
        'Every element of an article showcase1.xhtml',
        'Maths showcase1.xhtml#maths',
        'Hard for a book with code showcase5.xhtml',
        'Start showcase0.xhtml',
      ]),
    );
    expect(entries.indexOf('Tabs showcase2.xhtml#tabs')).toBeGreaterThan(
      entries.indexOf('Every component of an article showcase2.xhtml'),
    );
  });

  test('leads from part to part, and out of the book only where it has no such thing', () => {
    const links = chapter(5)
      .find('a')
      .map((link) => `${text(link)} ${attribute(link, 'href')}`);
    expect(links).toEqual([
      'A film https://llm-internals.example/film.mp4',
      'A chapter showcase1.xhtml#why-sqrtd_k',
      'its title showcase2.xhtml#every-component-of-an-article',
      'another series https://llm-internals.example/llm1/#what-is-an-llm',
      'home https://llm-internals.example/',
      'a picture https://llm-internals.example/articleimages/field.png',
      'here #3-steps--more-of-it',
      'the web https://example.org/?a=1&b=2',
    ]);
  });

  test('lists on its index what is in the series, and what is still to come', () => {
    expect(chapter(0).texts('li')).toEqual([
      'Every element of an article',
      'Every component of an article',
      'كيف تعمل نماذج اللغة',
      '大規模言語モデルの内部',
      'Hard for a book with code',
      'Something (still to come)',
      'Something else (still to come)',
    ]);
  });

  test('has notes that readers can show in their place, and a way back from them', () => {
    const page = chapter(1);
    const references = page.find('a').filter((link) => attribute(link, 'epub:type') === 'noteref');
    expect(references.map((link) => attribute(link, 'href'))).toEqual([
      '#user-content-fn-first',
      '#user-content-fn-second',
    ]);
    const notes = page.find('li').filter((item) => attribute(item, 'epub:type') === 'footnote');
    expect(notes.map((note) => attribute(note, 'id'))).toEqual([
      'user-content-fn-first',
      'user-content-fn-second',
    ]);
    expect(notes.map(text)).toEqual(['A note with a link. ↩\uFE0E', 'Another note, with code. ↩\uFE0E']);
  });

  test('says of each part which language it is in, and which way that is written', () => {
    const languages = [1, 3, 4].map((number) => [
      ...chapter(number).attributes('html', 'xml:lang'),
      ...chapter(number).attributes('html', 'dir'),
    ]);
    expect(languages).toEqual([
      ['en', 'ltr'],
      ['ar', 'rtl'],
      ['ja', 'ltr'],
    ]);
    expect(chapter(3).attributes('pre', 'dir')).toEqual(['ltr']);
  });

  test('shows at once what a page unfolds, ticks or lets choose', () => {
    expect(chapter(1).find('details')).toEqual([]);
    expect(chapter(1).texts('p.summary')).toEqual(
      expect.arrayContaining(['More', 'More that is open at first']),
    );
    expect(chapter(1).texts('li')).toEqual(expect.arrayContaining(['☑ Done', '☐ To be done']));
    expect(chapter(2).texts('h3').slice(0, 3)).toEqual(['npm', 'pnpm', 'With pnpm']);
    expect(chapter(1).texts('del')).toContain('const scaled = logits.map((x) => x * temperature);');
  });

  test('draws its diagrams in the colour of the text', () => {
    expect(new Set(chapter(1).attributes('svg', 'stroke'))).toEqual(new Set(['currentColor']));
    expect(new Set(chapter(1).attributes('text', 'fill'))).toEqual(new Set(['currentColor']));
  });

  test('brings its pictures, as wide as a reader can show them, and light', async () => {
    const pictures = book.names.filter((file) => file.startsWith('EPUB/pictures/'));
    expect(pictures.toSorted()).toEqual([
      'EPUB/pictures/articleimages/dot.svg.png',
      'EPUB/pictures/articleimages/field.png.jpg',
      'EPUB/pictures/dot.svg.png',
    ]);
    expect(chapter(1).attributes('img', 'src')[0]).toBe('pictures/articleimages/field.png.jpg');
    const llm = new EpubArchive(bookPath('llm'));
    const { width, height } = await sharp(
      llm.bytes('EPUB/pictures/articleimages/transformers.png'),
    ).metadata();
    expect(Math.max(width, height)).toBe(1600);
    expect(readFileSync(bookPath('llm')).length).toBeLessThan(200_000);
  });

  test('has a cover with words on it', async () => {
    const { width, height } = await sharp(book.bytes('EPUB/cover.png')).metadata();
    expect([width, height]).toEqual([1200, 1800]);
    const title = sharp(book.bytes('EPUB/cover.png')).extract({
      left: 100,
      top: 200,
      width: 1000,
      height: 500,
    });
    const { channels } = await sharp(await title.png().toBuffer()).stats();
    expect(channels[0]?.max).toBeGreaterThan(200);
  });

  test('tells what it is, when it was last changed, and what a reader needs for it', () => {
    const opf = book.text('EPUB/package.opf');
    for (const line of [
      '<dc:identifier id="book">https://llm-internals.example/showcase0/</dc:identifier>',
      '<dc:title>Showcase</dc:title>',
      '<dc:language>en</dc:language>',
      '<meta property="dcterms:modified">2024-08-22T00:00:00Z</meta>',
      '<meta property="schema:accessMode">textual</meta>',
      '<meta property="schema:accessibilityFeature">MathML</meta>',
      'href="showcase1.xhtml" media-type="application/xhtml+xml" properties="mathml svg"',
      'href="showcase5.xhtml" media-type="application/xhtml+xml" properties="svg"',
    ]) {
      expect(opf).toContain(line);
    }
  });
});

describe('a published site', () => {
  test('offers the books that it is asked for on the index of their series', async () => {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(site.files('dist').filter((file) => /\.(epub|pdf)$/.test(file))).toEqual([
      'llm.epub',
      'showcase.epub',
    ]);
    expect(new Page(site.read('dist/llm0/index.html')).attributes('a', 'href')).toContain('../llm.epub');
    expect(readFileSync(join(site.root, 'dist/llm.epub')).equals(readFileSync(bookPath('llm')))).toBe(true);
  });

  test('has none where none is asked for', async () => {
    const { code, output } = await site.build({ BOOKS: 'none' });
    expect(code, output).toBe(0);
    expect(site.files('dist').filter((file) => file.endsWith('.epub'))).toEqual([]);
    expect(site.read('dist/llm0/index.html')).not.toContain('epub');
  });
});
