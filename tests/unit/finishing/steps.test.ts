import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { classicScripts } from '../../../src/finishing/classic-scripts.ts';
import { contentPolicy, joined, policyOf } from '../../../src/finishing/content-policy.ts';
import { parsePage, serializePage } from '../../../src/finishing/page-tree.ts';
import { relativeLinks } from '../../../src/finishing/relative-links.ts';
import type { Step } from '../../../src/finishing/step.ts';
import { steps } from '../../../src/finishing/steps.ts';
import { styleAttributes } from '../../../src/finishing/style-attributes.ts';

interface Where {
  readonly name?: string;
  readonly base?: string;
}

/** What a step leaves of a page with this body. */
function after(step: Step, body: string, { name = 'llm1/index.html', base = '/blog/' }: Where = {}): string {
  const tree = parsePage(`<!doctype html><html><head></head><body>${body}</body></html>`);
  step({ name, tree, address: { origin: 'https://example.org', base } });
  return serializePage(tree);
}

const bodyOf = (page: string) => /<body>(.*)<\/body>/s.exec(page)?.[1];
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('relativeLinks', () => {
  test.each<[string, string, Where?]>([
    ['/blog/llm0/', '../llm0/index.html'],
    ['/blog/', '../index.html'],
    ['/blog/?q=1#x', '../index.html?q=1#x'],
    ['/blog/llm0/#part', '../llm0/index.html#part'],
    ['/blog/llm1/', 'index.html'],
    ['/blog/llm1/#part', '#part'],
    ['/blog/llm1/?a#part', 'index.html?a#part'],
    ['/blog/file.pdf', '../file.pdf'],
    ['/blog/llm1/data.csv', 'data.csv'],
    ['/blog/a/b/c.png', '../a/b/c.png'],
    ['/blog/%C3%BC%20x/', '../%C3%BC%20x/index.html'],
    ['/blog/llm0/', 'llm0/index.html', { name: 'index.html' }],
    ['/blog/a:b/', './a:b/index.html', { name: 'index.html' }],
    ['/llm0/', '../llm0/index.html', { base: '/' }],
    ['/blog/%C3%BC/#x', '#x', { name: 'ü/index.html' }],
    ['/elsewhere/', '/elsewhere/'],
    ['//example.org/blog/', '//example.org/blog/', { base: '/' }],
    ['https://example.org/blog/llm0/', 'https://example.org/blog/llm0/'],
    ['#x', '#x'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
    ['/blog/llm0/', '/blog/llm0/', { name: '404.html' }],
  ])('%s becomes %s', (from, to, where) => {
    expect(bodyOf(after(relativeLinks, `<a href="${from}">x</a>`, where))).toBe(`<a href="${to}">x</a>`);
  });

  test('takes in every candidate of a picture, and what styles load', () => {
    expect(
      bodyOf(
        after(
          relativeLinks,
          '<img src="/blog/a.png" srcset="/blog/a.webp 320w, /blog/b.webp 640w"><style>@font-face{src:url(/blog/_astro/f.woff2)}b{background:url(data:x)}</style>',
        ),
      ),
    ).toBe(
      '<img src="../a.png" srcset="../a.webp 320w, ../b.webp 640w"><style>@font-face{src:url(../_astro/f.woff2)}b{background:url(data:x)}</style>',
    );
  });
});

describe('classicScripts', () => {
  test('lets files run where a page was opened from disk, and leaves scripts in the page alone', () => {
    expect(
      bodyOf(
        after(classicScripts, '<script type="module" src="/x.js"></script><script type="module">1</script>'),
      ),
    ).toBe('<script src="/x.js" defer=""></script><script type="module">1</script>');
  });
});

describe('styleAttributes', () => {
  test('makes one class of each style, beside those that an element has', () => {
    const page = after(
      styleAttributes,
      '<p class="a" style="color: red">x</p><p style="color: red">y</p><p style="margin:0">z</p>',
    );
    expect(bodyOf(page)).toBe('<p class="a style-1">x</p><p class="style-1">y</p><p class="style-2">z</p>');
    expect(page).toContain('<head><style>.style-1{color: red}.style-2{margin:0}</style></head>');
  });

  test('lets no attribute reach out of its rule', () => {
    const page = after(
      styleAttributes,
      '<p style="color:red}body{display:none"></p><p style="a:</style><b>"></p>',
    );
    expect(page).toContain('<style>.style-1{color:redbodydisplay:none}.style-2{a:/style>b>}</style>');
  });

  test('drops what is no style', () => {
    expect(bodyOf(after(styleAttributes, '<p style="true">x</p>'))).toBe('<p>x</p>');
  });
});

describe('contentPolicy', () => {
  test('comes first in the head, and allows exactly what stands in the page', () => {
    const page = after(
      contentPolicy,
      '<script>let a</script><style>p{}</style><script type="application/ld+json">{}</script><script src="x.js"></script>',
    );
    expect(page).toMatch(/<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
    expect(page).toContain(
      `script-src 'self' 'wasm-unsafe-eval' ${hash('let a')}; style-src ${hash('p{}')};`,
    );
    expect(page).not.toContain('unsafe-inline');
    expect(page).not.toContain(hash('{}'));
  });

  test('allows no style where there is none', () => {
    expect(policyOf({ scripts: [], styles: [] })).toContain("style-src 'none';");
  });

  test('joins the hashes of pages in an order of their own', () => {
    expect(
      joined([
        { scripts: ['b', 'a'], styles: [] },
        { scripts: ['a'], styles: ['s'] },
      ]),
    ).toEqual({ scripts: ['a', 'b'], styles: ['s'] });
  });
});

test('hashes are taken of what the other steps leave', () => {
  const tree = parsePage('<head><style>b{src:url(/_astro/f.woff2)}</style></head><p style="color:red">x</p>');
  for (const step of steps) step({ name: 'a/index.html', tree, address: { origin: '', base: '/' } });
  const page = serializePage(tree);
  expect(page).toContain(hash('b{src:url(../_astro/f.woff2)}'));
  expect(page).toContain(hash('.style-1{color:red}'));
});
