import { describe, expect, test } from 'vitest';
import type { ReferenceUse } from '../../../src/series/article.ts';
import { resolveReference } from '../../../src/series/reference.ts';
import { addressOf } from '../../../src/series/target.ts';
import { projectOf } from '../../support/articles.ts';

const project = projectOf({
  articles: {
    'llm0.mdx': '# Index\n',
    'llm1.mdx': '# One\n\n## A heading\n\n## Größe\n',
    'llm2.md': '# Two\n',
    'llm3.md': '---\ndraft: true\n---\n# Three\n',
    'llm4.mdx': '{ # not MDX\n',
    'v1.2.md': '# Version\n',
    'redis.io.md': '# Redis\n',
    'plain.md': 'No headings.\n',
    'many.mdx': '# T\n\n<h2>No anchor</h2>\n\n## A\n\n## B\n\n## C\n\n## D\n\n## E\n',
  },
  pictures: ['transformers.png', 'sub/deep.svg', 'two words.png', 'caf\u00e9.png', '100%.png'],
  files: ['file.pdf', 'llm.zip', 'data/weights.bin', 'robots.txt', 'demo/index.html'],
});
const article = { slug: 'llm1', draft: false };

function address(url: string, use: ReferenceUse = 'link', base = '/'): string | undefined {
  return addressOf(resolveReference({ url, use }, { article, project }), base);
}

function finding(url: string, use: ReferenceUse = 'link', from = article): string | undefined {
  const target = resolveReference({ url, use }, { article: from, project });
  return target.kind === 'problem'
    ? `${target.finding.rule}: ${target.finding.message} ${target.finding.hint}`
    : undefined;
}

describe.each(['/', '/blog/'])('at base %s', (base) => {
  test.each([
    './llm0',
    'llm0',
    './llm0.md',
    './llm0.mdx',
    './llm0/',
    '/llm0/',
    '/llm0',
    '../articles/llm0.mdx',
    '/articles/llm0.mdx',
    './x/../llm0',
    'llm%30',
    ' ./llm0\n',
  ])('%j is the article llm0', (url) => {
    expect(address(url, 'link', base)).toBe(`${base}llm0/`);
  });

  test.each([
    ['./llm1#a-heading', 'llm1/#a-heading'],
    ['./llm0?view=print', 'llm0/?view=print'],
    ['llm1.mdx?x=1#gr%C3%B6%C3%9Fe', 'llm1/?x=1#gr%C3%B6%C3%9Fe'],
    ['./llm1#größe', 'llm1/#größe'],
    ['./llm0#', 'llm0/#'],
    ['./llm0#top', 'llm0/#top'],
    ['./llm0#:~:text=index', 'llm0/#:~:text=index'],
    ['/', ''],
    ['https://site.example/blog/llm1#a-heading', 'llm1/#a-heading'],
    ['https://site.example/blog/articles/llm0.md', 'llm0/'],
    ['redis.io', 'redis.io/'],
    ['./', ''],
    ['/#top', '#top'],
    ['/demo/', 'demo/'],
    ['/demo', 'demo/'],
    ['/?a=b', '?a=b'],
    ['/v1.2', 'v1.2/'],
    ['./v1.2', 'v1.2/'],
    ['/file.pdf', 'file.pdf'],
    ['/data/weights.bin', 'data/weights.bin'],
    ['../public/file.pdf#page=2', 'file.pdf#page=2'],
    ['../articleimages/transformers.png', 'articleimages/transformers.png'],
    ['/articleimages/transformers.png', 'articleimages/transformers.png'],
    ['../articleimages/sub/deep.svg#layer', 'articleimages/sub/deep.svg#layer'],
    ['../articleimages/two%20words.png', 'articleimages/two%20words.png'],
    ['../articleimages/two words.png', 'articleimages/two%20words.png'],
    ['../articleimages/cafe\u0301.png', 'articleimages/caf%C3%A9.png'],
    ['../articleimages/100%25.png', 'articleimages/100%25.png'],
  ])('%j is %j below the base', (url, expected) => {
    expect(address(url, 'link', base)).toBe(base + expected);
  });

  test('a picture is itself, whether shown or linked', () => {
    expect(address('../articleimages/transformers.png', 'picture', base)).toBe(
      `${base}articleimages/transformers.png`,
    );
    expect(address('/file.pdf', 'resource', base)).toBe(`${base}file.pdf`);
  });
});

test.each([
  'https://example.org/a?b#c',
  'http://example.org',
  'HTTPS://example.org',
  'mailto:a@example.org',
  'tel:+31201234567',
  'tel:112',
  'https://site.example/other/',
  '#a-heading',
  '#',
  '#top',
  '?x=1',
])('%j stays as it is', (url) => {
  expect(address(url)).toBe(url);
});

describe('reports', () => {
  test.each([
    ['', 'malformed-link: This has no target. Write where it leads.'],
    ['  ', 'malformed-link: This has no target. Write where it leads.'],
    ['./lm0', 'missing-article: `./lm0` leads to no article. Did you mean `./llm0`?'],
    ['./LLM0', 'missing-article: `./LLM0` leads to no article. Did you mean `./llm0`?'],
    ['./llm2.html#x', 'missing-article: `./llm2.html#x` leads to no article. Did you mean `./llm2`?'],
    ['../llm2', 'missing-article: `../llm2` leads to no article. Did you mean `./llm2`?'],
    ['/blog/llm2/', 'missing-article: `/blog/llm2/` leads to no article. Did you mean `./llm2`?'],
    [
      './llm1.html#a-heding',
      'missing-article: `./llm1.html#a-heding` leads to no article. Did you mean `./llm1#a-heading`?',
    ],
    [
      './llm0\u200b',
      'malformed-link: `./llm0\u200b` has a character that cannot be seen. Write it anew: `./llm0`.',
    ],
    [
      './tokenizers',
      'missing-article: `./tokenizers` leads to no article. Create `articles/tokenizers.mdx`, or link to one of the articles there are.',
    ],
    [
      './llm1#a-haeding',
      'missing-fragment: `articles/llm1.mdx` has no `#a-haeding`. Did you mean `./llm1#a-heading`?',
    ],
    ['#A heading', 'missing-fragment: `articles/llm1.mdx` has no `#A heading`. Did you mean `#a-heading`?'],
    [
      '#zzz',
      'missing-fragment: `articles/llm1.mdx` has no `#zzz`. Its headings are `#one`, `#a-heading`, `#größe`.',
    ],
    [
      './plain#intro',
      'missing-fragment: `articles/plain.md` has no `#intro`. That article has no headings to link to.',
    ],
    [
      './many#conclusion',
      'missing-fragment: `articles/many.mdx` has no `#conclusion`. Its headings are `#t`, `#a`, `#b`, `#c`, `#d`, ….',
    ],
    [
      'https://site.example/blog/llm8/',
      'missing-article: `/llm8/` leads to no article. The series `llm` has no such part. Did you mean `./llm4`?',
    ],
    ['/#nope', 'missing-fragment: The home page has no `#nope`. Link to `/`, or to an article.'],
    [
      'www.example.org/x',
      'malformed-link: `www.example.org/x` has no scheme. Write `https://www.example.org/x`.',
    ],
    [
      'github.com/user/repo',
      'malformed-link: `github.com/user/repo` has no scheme. Write `https://github.com/user/repo`.',
    ],
    ['me@example.org', 'malformed-link: `me@example.org` has no scheme. Write `mailto:me@example.org`.'],
    [
      'localhost:3000/x',
      'malformed-link: `localhost:3000/x` has no scheme. Write `http://localhost:3000/x`.',
    ],
    ['/llm2/index.html', 'missing-article: `/llm2/index.html` leads to no article. Did you mean `./llm2`?'],
    [
      '../README.md',
      'outside-project: `../README.md` leads to nothing that is published. Link to its `https:` address, or put the file into `public/` and write `/` and its name.',
    ],
    [
      'C:\\docs\\llm2.md',
      'outside-project: `C:\\docs\\llm2.md` leads out of the project. Did you mean `./llm2`?',
    ],
    ['./file.pdf', 'missing-file: `./file.pdf` leads to no file. Did you mean `/file.pdf`?'],
    ['/fiel.pdf', 'missing-file: `/fiel.pdf` leads to no file. Did you mean `/file.pdf`?'],
    [
      '/paper.docx',
      'missing-file: `/paper.docx` leads to no file. Put the file into `public/` and write `/paper.docx`.',
    ],
    [
      '/transformers.png',
      'missing-file: `/transformers.png` leads to no file. Did you mean `../articleimages/transformers.png`?',
    ],
    [
      '../articleimages/nope.gif',
      'missing-picture: There is no picture `../articleimages/nope.gif`. Put it into `articleimages/` and write `../articleimages/` and its name.',
    ],
    [
      '../../secret.txt',
      'outside-project: `../../secret.txt` leads out of the project. Link to an article, to a picture in `articleimages/`, or to a file in `public/`.',
    ],
    ['../../llm1', 'outside-project: `../../llm1` leads out of the project. Did you mean `./llm1`?'],
    ['..%2f..%2fllm1', 'outside-project: `..%2f..%2fllm1` leads out of the project. Did you mean `./llm1`?'],
    [
      'javascript:alert(1)',
      'unsafe-scheme: `javascript:alert(1)` has the scheme `javascript:`, which an article may not link to. Use `https:`, `http:`, `mailto:` or `tel:`.',
    ],
    [
      'java\tscript:alert(1)',
      'unsafe-scheme: `javascript:alert(1)` has the scheme `javascript:`, which an article may not link to. Use `https:`, `http:`, `mailto:` or `tel:`.',
    ],
    [
      '\u0001data:text/html,x',
      'unsafe-scheme: `data:text/html,x` has the scheme `data:`, which an article may not link to. Use `https:`, `http:`, `mailto:` or `tel:`.',
    ],
    ['//example.org/x', 'unsafe-scheme: `//example.org/x` names no scheme. Write `https://example.org/x`.'],
    [
      'https:/example.org',
      'malformed-link: `https:/example.org` is not a valid address. Copy it from a browser; or put it between backticks, if it is only an example.',
    ],
    [
      'https://',
      'malformed-link: `https://` is not a valid address. Copy it from a browser; or put it between backticks, if it is only an example.',
    ],
    [
      './100%',
      'malformed-link: `./100%` has a `%` that is not followed by two hexadecimal digits of a character. Write `%25` for the character `%` itself.',
    ],
    [
      '#%e0%a4',
      'malformed-link: `#%e0%a4` has a `%` that is not followed by two hexadecimal digits of a character. Write `%25` for the character `%` itself.',
    ],
    [
      './llm3',
      'draft-link: `./llm3` leads to a draft, which is not published. Publish `articles/llm3.md` (remove `draft: true`), or take the link out until then.',
    ],
  ])('%j', (url, expected) => {
    expect(finding(url)).toBe(expected);
  });

  test.each([
    [
      '../articleimages/transfomers.png',
      'missing-picture: There is no picture `../articleimages/transfomers.png`. Did you mean `../articleimages/transformers.png`?',
    ],
    [
      '../articleimages/transformers.jpg',
      'missing-picture: There is no picture `../articleimages/transformers.jpg`. Did you mean `../articleimages/transformers.png`?',
    ],
    [
      '../articleimages/Transformers.PNG',
      'missing-picture: `../articleimages/Transformers.PNG` is written with other capitals than the file, and so is found on some systems only. Write `../articleimages/transformers.png`.',
    ],
    [
      './transformers.png',
      'missing-picture: `./transformers.png` leads to no picture. Did you mean `../articleimages/transformers.png`?',
    ],
    [
      '..\\articleimages\\transformers.png',
      'missing-picture: `..\\articleimages\\transformers.png` leads to no picture. Did you mean `../articleimages/transformers.png`?',
    ],
    [
      '../../transformers.png',
      'outside-project: `../../transformers.png` leads out of the project. Did you mean `../articleimages/transformers.png`?',
    ],
    [
      './llm0',
      'missing-picture: There is no picture `./llm0`. Put it into `articleimages/` and write `../articleimages/` and its name.',
    ],
    [
      '#a-heading',
      'missing-picture: There is no picture `#a-heading`. Put it into `articleimages/` and write `../articleimages/` and its name.',
    ],
    [
      'https://example.org/a.png',
      'remote-resource: `https://example.org/a.png` would be loaded from another site by every reader. Save the picture in `articleimages/` and write `../articleimages/…`.',
    ],
  ])('the picture %j', (url, expected) => {
    expect(finding(url, 'picture')).toBe(expected);
  });

  test.each([
    [
      'https://example.org/a.mp4',
      'remote-resource: `https://example.org/a.mp4` would be loaded from another site by every reader. Put the file into `public/` and write `/…`, or link to it.',
    ],
    [
      './film.mp4',
      'missing-file: `./film.mp4` leads to no file. Put the file into `public/` and write `/film.mp4`.',
    ],
  ])('the file %j', (url, expected) => {
    expect(finding(url, 'resource')).toBe(expected);
  });

  test('no link from a draft to a draft', () => {
    expect(finding('./llm3', 'link', { slug: 'llm3', draft: true })).toBeUndefined();
  });

  test('no fragment of an article that does not parse', () => {
    expect(finding('./llm4#anything')).toBeUndefined();
  });

  test('the part with the nearest number, and never the article itself', () => {
    expect(finding('./llm9')).toContain('Did you mean `./llm4`');
    expect(finding('./llm9', 'link', { slug: 'llm4', draft: false })).toContain('Did you mean `./llm3`');
  });
});
