import { expect, test } from 'vitest';
import { parsePage } from '../../../src/finishing/page-tree.ts';
import { readPage } from '../../../src/integrations/output-page.ts';
import { verifyOutput } from '../../../src/integrations/verify-output.ts';

const HEAD =
  '<title>T</title><meta name="description" content="D"><link rel="canonical" href="https://example.org/blog/">';
const page = (body: string, head = HEAD) =>
  `<!doctype html><html lang="en"><head>${head}</head><body><h1>T</h1>${body}</body></html>`;

function verify(files: Readonly<Record<string, string>>) {
  const output = Object.entries({ 'index.html': page(''), ...files });
  const pages = output.filter(([name]) => name.endsWith('.html'));
  return verifyOutput(
    {
      files: new Set(output.map(([name]) => name)),
      pages: new Map(pages.map(([name, content]) => [name, readPage(parsePage(content))])),
    },
    { base: '/blog/', origin: 'https://example.org' },
  );
}

test.each<[string, readonly string[]]>([
  ['<a href="/blog/">a</a><a href="../">b</a><a href="./">c</a><a href="#x" id="x">d</a>', []],
  ['<a href="/blog/a/#x" id="x">a</a><img src="/blog/p.png" srcset="/blog/p.png 1x, ../p.png 2x">', []],
  [
    '<a href="https://elsewhere.org/x">a</a><a href="mailto:a@b.c">b</a><a href="https://example.org/other/">c</a>',
    [],
  ],
  ['<a href="#top">a</a><a href="#">b</a>', []],
  [
    '<a name="y"></a><a href="#y">a</a><a href="#Top">b</a><a href="#:~:text=T">c</a><p id="%C3%A9"></p><a href="#%C3%A9">d</a>',
    [],
  ],
  ['<p data="/blog/nope/"></p>', []],
  ['<object data="/blog/nope"></object>', ['a/index.html: `/blog/nope` leads to no file.']],
  ['<noscript><a href="/blog/q">a</a></noscript>', ['a/index.html: `/blog/q` leads to no file.']],
  ['<a href="/blog/nope/">a</a>', ['a/index.html: `/blog/nope/` leads to no file.']],
  ['<a href="/a/">a</a>', ['a/index.html: `/a/` leads to no file.']],
  [
    '<a href="https://example.org/blog/nope">a</a>',
    ['a/index.html: `https://example.org/blog/nope` leads to no file.'],
  ],
  ['<a href="#nope">a</a>', ['a/index.html: `#nope` leads to an id that `a/index.html` does not have.']],
  [
    '<a href="/blog/#nope">a</a>',
    ['a/index.html: `/blog/#nope` leads to an id that `index.html` does not have.'],
  ],
  ['<img src="/blog/q.png">', ['a/index.html: `/blog/q.png` leads to no file.']],
  [
    '<img src="/blog/p.png" srcset="/blog/p.png 1x, /blog/q.png 2x">',
    ['a/index.html: `/blog/q.png` leads to no file.'],
  ],
  ['<template><a href="/blog/q">a</a></template>', ['a/index.html: `/blog/q` leads to no file.']],
  ['<a href="/blog/%zz">a</a>', ['a/index.html: `/blog/%zz` leads to no file.']],
  ['<p id="x"></p><p id="x"></p>', ['a/index.html: the id `x` stands twice.']],
  ['<h1>U</h1>', ['a/index.html: it has 2 `h1` elements, not one.']],
])('follows %j', (body, findings) => {
  expect(verify({ 'a/index.html': page(body), 'p.png': '' }).findings).toEqual(findings);
});

test('tells what a page lacks', () => {
  expect(verify({ 'a/index.html': '<html><body></body></html>' }).findings).toEqual([
    'a/index.html: it has 0 `h1` elements, not one.',
    'a/index.html: it has no `title`.',
    'a/index.html: it has no description.',
    'a/index.html: it has no canonical link.',
    'a/index.html: it has no `lang`.',
  ]);
});

test('counts what it followed', () => {
  expect(verify({ 'a/index.html': page('<a href="/blog/">a</a>') }).references).toBe(3);
});
