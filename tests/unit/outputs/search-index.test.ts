import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { BuiltSite, OutputFile } from '../../../src/outputs/output.ts';
import { searchIndex } from '../../../src/outputs/search-index.ts';
import type { PublishedArticle } from '../../../src/series/published.ts';
import { indexedPages } from '../../support/search-index.ts';
import { published } from '../../support/feed-site.ts';
import { keepNothing } from '../../support/keep-nothing.ts';

const article = (slug: string, title: string, language?: string) =>
  published(slug, { title, description: title, language });

const ARTICLES: Readonly<Record<string, readonly [PublishedArticle, html: string]>> = {
  llm0: [article('llm0', 'A & B'), '<p>About it.</p>'],
  llm1: [
    article('llm1', 'Part "one"'),
    '<h2 id="first">First</h2><p>Tokens<sup><a href="#fn">1</a></sup> and <code>a &lt; b</code>.</p>' +
      '<figure><figcaption>run.py</figcaption><pre><code>import math</code></pre></figure>' +
      '<math display="block"><mi>x</mi><mi>y</mi></math><h2 id="last">Last</h2><p>End.</p>' +
      '<section><ol><li id="fn"><p>In a note.</p></li></ol></section>',
  ],
  japanese: [article('japanese', '日本語', 'ja'), '<p>言語モデルは、次の語を予測する。</p>'],
};

function built(language: string): BuiltSite {
  return {
    read: () => undefined,
    site: {
      title: 'Site',
      description: 'A site.',
      language,
      origin: '',
      links: [],
      books: { epub: false, pdf: false },
    },
    address: { origin: '', base: '/' },
    articles: Object.values(ARTICLES).map(([one]) => one),
    heading: () => Promise.resolve(undefined),
    html: (slug) => Promise.resolve(ARTICLES[slug]?.[1] ?? ''),
    markdown: () => Promise.resolve(''),
    hashes: () => Promise.resolve({ scripts: [], styles: [] }),
    redirects: [],
    keep: keepNothing,
    publicFile: () => undefined,
  };
}

const bytes = (files: readonly OutputFile[]) => new Map(files.map(({ path, content }) => [path, content]));

async function pagesIn(language: string): ReturnType<typeof readPages> {
  return readPages(await searchIndex(built(language)));
}

async function readPages(files: readonly OutputFile[]) {
  const contents = bytes(files);
  return indexedPages((path) => contents.get(path) as Uint8Array, [...contents.keys()]);
}

describe('the search index', () => {
  test('has of each article its title, its series, its language and its text', async () => {
    const [japanese, index, part] = await pagesIn('en');
    expect(index?.meta).toEqual({ title: 'A & B', language: 'en' });
    expect(part?.meta).toEqual({ title: 'Part "one"', language: 'en', series: 'A & B' });
    expect(part?.url).toBe('llm1/index.html');
    expect(part?.content).toBe(
      'Part "one" First. Tokens and a < b. run.py import math Last. End. In a note.',
    );
    expect(japanese?.meta['language']).toBe('ja');
  });

  test('knows the place of headings and notes', async () => {
    const [, , part] = await pagesIn('en');
    expect(part?.anchors.map(({ id, title }) => [id, title])).toEqual([
      ['first', undefined],
      ['last', undefined],
      ['fn', 'Note'],
    ]);
  });

  test('parts the words of a language that has no spaces', async () => {
    const [japanese] = await pagesIn('en');
    expect(japanese?.content).toContain('言語 モデル は');
  });

  test('is the same, byte for byte, each time', async () => {
    const [one, other] = [await searchIndex(built('en')), await searchIndex(built('en'))];
    expect(bytes(other)).toEqual(bytes(one));
  });

  test('is the same whichever text is there first', async () => {
    const site = built('en');
    const html = async (slug: string) => {
      for (let turns = slug === 'llm0' ? 50 : 0; turns > 0; turns--) await setImmediate();
      return site.html(slug);
    };
    expect(bytes(await searchIndex({ ...site, html }))).toEqual(bytes(await searchIndex(site)));
  });

  test.each([
    ['en', ['pagefind/wasm.en.pagefind']],
    ['pt-BR', ['pagefind/wasm.pt-br.pagefind']],
    ['ja', ['pagefind/wasm.unknown.pagefind']],
  ])('has in %s only what searches it', async (language, expected) => {
    const paths = (await searchIndex(built(language))).map(({ path }) => path);
    expect(paths.filter((path) => path.includes('wasm'))).toEqual(expected);
    expect(paths.filter((path) => /\.(js|css)$/.test(path))).toEqual(['pagefind/pagefind.js']);
  });
});

test('a Pagefind that is ended before it has answered is told of', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
  try {
    const ending = join(folder, 'ending');
    writeFileSync(ending, '#!/bin/sh\nhead -c 1 > /dev/null\n', { mode: 0o755 });
    const module = pathToFileURL(join(import.meta.dirname, '../../../src/outputs/search-index.ts')).href;
    const script = `
      import { searchIndex } from ${JSON.stringify(module)};
      await searchIndex({ site: { language: 'en' }, articles: [] }).catch(({ message }) => console.log(message));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, PAGEFIND_EXTENDED_BINARY_PATH: ending },
    });
    expect(stdout).toBe(
      'The search index could not be made: Pagefind did not answer. It may have been ended for want of memory.\n',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
