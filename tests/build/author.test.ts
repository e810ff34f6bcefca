import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';
import { Page, text } from '../support/page.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** The author's article, byte for byte as its author gave it. */
const GIVEN = readFileSync(join(PROJECT, 'tests/fixtures/author/llm1.md'), 'utf8');

/** The words of an article's source, without what is Markdown's. */
function words(source: string): string {
  return source
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^(#+|>|---)\s?/gm, '')
    .replace(/__|\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function shownWords(html: string): string {
  const page = new Page(html);
  const [title = ''] = page.texts('h1');
  const [article] = page.find('article');
  return `${title} ${article ? text(article) : ''}`.replaceAll(/#(?= )/g, '').replace(/\s+/g, ' ');
}

test('the published article has the words of the author, all but the alternative text', () => {
  const published = readFileSync(join(PROJECT, 'articles/llm1.mdx'), 'utf8');
  expect(published.replace(/!\[[^\]]+\]/, '![img]')).toBe(GIVEN);
});

describe.each(['llm1.md', 'llm1.mdx'])('the author’s file as %s', (name) => {
  test('builds as it is, with a warning about its placeholder, and shows every word', async () => {
    const site = await FixtureSite.make(`author-${name}`, {
      [`articles/${name}`]: GIVEN,
      'articles/llm0.mdx': '# Index\n',
      'articleimages/transformers.png': readFileSync(join(PROJECT, 'articleimages/transformers.png')),
      'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(output).toContain(`articles/${name}:21:1  warning  picture-alt`);
    const html = site.read('dist/llm1/index.html');
    expect(shownWords(html)).toBe(words(GIVEN));
    expect(new Page(html).attributes('img', 'alt')).toEqual(['img']);
  });
});

test('an article may change its extension, its text unchanged, between two builds', async () => {
  const site = await FixtureSite.make('renamed', {
    'articles/a.md': '# A\n\nText.\n',
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  expect((await site.build()).code).toBe(0);
  site.write('articles/a.mdx', site.read('articles/a.md'));
  site.remove('articles/a.md');
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  expect(new Page(site.read('dist/a/index.html')).texts('article')).toEqual(['Text.']);
});
