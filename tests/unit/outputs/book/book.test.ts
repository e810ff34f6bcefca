import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { booksOf } from '../../../../src/outputs/book/book.ts';
import { epubs } from '../../../../src/outputs/book/epub.ts';
import { printDocument } from '../../../../src/outputs/book/print-document.ts';
import type { BuiltSite, Heading } from '../../../../src/outputs/output.ts';
import { publish } from '../../../../src/series/published.ts';
import { site } from '../../../../src/site.ts';
import { projectOf } from '../../../support/articles.ts';
import { keepNothing } from '../../../support/keep-nothing.ts';

const PAGES: Readonly<Record<string, string>> = {
  'llm0/index.html': page('<h1 id="s">Series</h1>', '<p>About.</p>'),
  'llm1/index.html': page(
    '<h1 id="one">One</h1>',
    '<h2 id="a">A</h2><p class="style-1"><a href="../llm2/index.html#b">two</a> <a href="#a">here</a></p>',
    '.style-1{color:red}',
  ),
  'llm2/index.html': page(
    '<h1 id="two">Two</h1>',
    '<h2 id="b">B</h2><p class="style-1"><a href="../llm1/index.html#gone">one</a></p>',
    '.style-1{color:blue}</style><style>math{margin:0}',
  ),
};

/** The same articles to be read elsewhere. */
const READ: Readonly<Record<string, { heading: Heading; text: string }>> = {
  llm0: { heading: { id: 's', html: 'Series' }, text: '<p>About.</p>' },
  llm1: {
    heading: { id: 'one', html: '<em>One</em>' },
    text: '<h2 id="a">A</h2><p><a href="https://site.example/blog/llm2/#b">two</a> <a href="https://site.example/blog/llm1/#a">here</a></p>',
  },
  llm2: {
    heading: { id: 'two', html: '' },
    text: '<h2 id="b">B</h2><p><a href="https://site.example/blog/llm1/#gone">one</a></p>',
  },
};

function page(heading: string, text: string, style = ''): string {
  return `<!doctype html><html><head><style>body{margin:0}</style>${style && `<style>${style}</style>`}</head><body>${heading}<article class="prose">${text}</article></body></html>`;
}

function siteOf(books: { epub: boolean; pdf: boolean }): BuiltSite {
  const articles = {
    'llm0.md': '# Series\n\nAbout.\n',
    'llm1.md': '# One\n\n*Written on Aug 21, 2024*\n',
    'llm2.md': '# Two\n\n*Written on Aug 23, 2024*\n',
    'llm3.md': '---\ndraft: true\n---\n\n# Draft\n',
  };
  const project = projectOf({ articles });
  return {
    site: { ...site, books },
    address: project.address,
    articles: publish(project, { drafts: false, history: new Map(), problems: [] }),
    html: (slug) => Promise.resolve(READ[slug]?.text ?? ''),
    heading: (slug) => Promise.resolve(READ[slug]?.heading),
    markdown: () => Promise.resolve(''),
    publicFile: () => undefined,
    hashes: () => Promise.resolve({ scripts: [], styles: [] }),
    redirects: [],
    keep: keepNothing,
    read: (path) => (PAGES[path] === undefined ? undefined : new TextEncoder().encode(PAGES[path])),
  };
}

test('is of its articles in order, and as new as the newest of them', () => {
  const [book] = booksOf(siteOf({ epub: true, pdf: false }));
  expect(book?.articles.map(({ slug }) => slug)).toEqual(['llm0', 'llm1', 'llm2']);
  expect(book?.modified).toBe('2024-08-23');
  expect(book?.address).toBe('https://site.example/blog/llm0/');
});

test('is made where it is asked for, and always the same', async () => {
  expect(await epubs(siteOf({ epub: false, pdf: true }))).toEqual([]);
  const [[first], [second]] = [
    await epubs(siteOf({ epub: true, pdf: false })),
    await epubs(siteOf({ epub: true, pdf: false })),
  ];
  expect(first?.path).toBe('llm.epub');
  expect(Buffer.from(first?.content ?? '').equals(Buffer.from(second?.content ?? ''))).toBe(true);
  const files = unzipSync(first?.content as Uint8Array);
  expect(Object.keys(files)[0]).toBe('mimetype');
  const one = new TextDecoder().decode(files['EPUB/llm1.xhtml']);
  expect(one).toContain('<a href="llm2.xhtml#b">two</a> <a href="#a">here</a>');
  expect(one).toContain('<h1 id="one"><em>One</em></h1>');
  const two = new TextDecoder().decode(files['EPUB/llm2.xhtml']);
  expect(two).toContain('<h1 id="two">Two</h1>');
  expect(two).toContain('<a href="llm1.xhtml">one</a>');
});

test('is one page to be printed, in which nothing of a part is taken for that of another', () => {
  const built = siteOf({ epub: false, pdf: true });
  const [book] = booksOf(built);
  if (!book) throw new Error('There is no book.');
  const text = printDocument(book, built, new Map([['llm1:a', 7]]));
  expect(text).toContain('<h2 id="llm1:a">A</h2>');
  expect(text).toContain('<a href="#llm2%3Ab">two</a> <a href="#llm1%3Aa">here</a>');
  expect(text).toContain('<a href="#llm1">one</a>');
  expect(text).toContain('<p class="style-llm1-1">');
  expect(text).toContain('.style-llm1-1{color:red}');
  expect(text).toContain('.style-llm2-1{color:blue}');
  expect(text).toContain('<a href="#llm1%3Aa"><span>A</span><b>7</b></a>');
  expect(text.match(/body\{margin:0\}/g)).toHaveLength(1);
  expect(text).toContain('math{margin:0}');
  expect(text).not.toContain('Draft');
});
