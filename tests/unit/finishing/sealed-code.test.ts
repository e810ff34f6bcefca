import { describe, expect, test } from 'vitest';
import { inlineHashes } from '../../../src/finishing/content-policy.ts';
import { serializeNarrow } from '../../../src/finishing/narrow-text.ts';
import { elementsOf, type PageTree, parsePage, serializePage } from '../../../src/finishing/page-tree.ts';
import { readingCopy } from '../../../src/finishing/reading-copy.ts';
import { parseSealed } from '../../../src/finishing/sealed-code.ts';

const LINES =
  '<span class="line"><span class="code-keyword">if</span> a <span class="code-quiet">&lt;=</span> b:</span>\n' +
  '<span class="line"></span>\n<span class="line">  "a → b" => &amp;c</span>';
const block = (lines: string) =>
  `<div class="code-block"><pre class="code"><code>${lines}</code></pre></div>`;
const pageOf = (body: string) =>
  `<!DOCTYPE html><html><head><title>A</title></head><body><article class="prose">${body}</article></body></html>`;

/** How many elements of a page are pieces of code or lines, once it is parsed. */
const spans = (body: string) =>
  elementsOf(parseSealed(pageOf(body)).tree).filter(({ tagName }) => tagName === 'span').length;

function copyOf(tree: PageTree): string {
  const copy = readingCopy(tree, (address) => address);
  return copy ? serializePage(copy) : '';
}

const PLAIN: Readonly<Record<string, string>> = {
  'a block': block(LINES),
  'two blocks': `<p>a</p>${block(LINES)}<p>b</p>${block('<span class="line">2</span>')}<p>c</p>`,
  'a block without words': block('<span class="line"></span>'),
};

const OTHER: Readonly<Record<string, string>> = {
  'code in a text': '<p><code>a</code></p>',
  'marked lines': block('<span class="line line-marked">a</span>'),
  'numbered lines': block('<span class="line" data-line="1">a</span>'),
  'a link in code': block('<span class="line"><a href="./llm0">a</a></span>'),
  'lines that are not closed': block('<span class="line"><span class="line">a</span>'),
  'lines that are closed twice': `<span>${block('<span class="line">a</span></span>')}</span>`,
  'a comment in code': block('<span class="line">a<!-- b --></span>'),
  'code in a script': `<script>const a = '${block(LINES)}';</script>`,
  'code in an attribute': `<p title='${block(LINES)}'>a</p>${block(LINES)}`,
  'what stands for code': `${block(LINES)}<p>\u00010\u0001</p>`,
};

test.each(Object.entries(PLAIN))('%s is not in the tree', (_what, body) => {
  expect(spans(body)).toBe(0);
});

describe.each(Object.entries({ ...PLAIN, ...OTHER }))('a page with %s', (_what, body) => {
  const text = pageOf(body);

  test('is written as if all of it had been parsed', () => {
    const { tree, open } = parseSealed(text);
    const written = open(serializePage(tree));
    expect(serializePage(parsePage(written))).toBe(serializePage(parsePage(text)));
    expect(inlineHashes(tree)).toEqual(inlineHashes(parsePage(text)));
  });

  test('gives the same text to be read elsewhere', () => {
    const { tree, openPlain } = parseSealed(text);
    const written = openPlain(copyOf(tree));
    expect(serializePage(parsePage(written))).toBe(serializePage(parsePage(copyOf(parsePage(text)))));
  });
});

test('wide characters of code are written as references where a page has few', () => {
  const { tree, open } = parseSealed(pageOf(`${'<p>Words.</p>'.repeat(99)}${block(LINES)}`));
  const html = serializeNarrow(tree, open);
  expect(html).toContain('"a &#8594; b"');
  expect(html).toContain('<span class="code-keyword">if</span>');
});
