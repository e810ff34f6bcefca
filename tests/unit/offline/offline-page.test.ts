import { expect, test } from 'vitest';
import { withKeptPages } from '../../../src/offline/offline-page.ts';

const SCOPE = 'https://example.org/blog/';
const PAGE =
  '<script src="../_astro/page.js"></script><a href="../llm0/index.html">..</a><ul class="kept">\n<li>None</li> </ul><ul><li>Other</li></ul>';

test('lists kept pages by their titles, without that of the site', () => {
  const pages = [
    { address: `${SCOPE}llm1/`, html: '<title>A $1 &amp; B · C · LLM Internals</title>' },
    { address: SCOPE, html: '<title>LLM Internals</title>' },
    { address: `${SCOPE}demo.html`, html: '<p>No title</p>' },
  ];
  expect(withKeptPages(PAGE, SCOPE, pages)).toContain(
    [
      '<ul class="kept">',
      `<li><a href="${SCOPE}llm1/" dir="auto">A $1 &amp; B · C</a></li>`,
      `<li><a href="${SCOPE}" dir="auto">LLM Internals</a></li>`,
      `<li><a href="${SCOPE}demo.html" dir="auto">demo.html</a></li>`,
      '</ul><ul><li>Other</li></ul>',
    ].join(''),
  );
});

test('leads to the same files from any address', () => {
  const html = withKeptPages(PAGE, SCOPE, []);
  expect(html).toContain(`src="${SCOPE}_astro/page.js"`);
  expect(html).toContain(`<a href="${SCOPE}llm0/index.html">..</a>`);
});

test('says so where nothing is kept', () => {
  expect(withKeptPages(PAGE, SCOPE, [])).toContain('<li>None</li>');
});
