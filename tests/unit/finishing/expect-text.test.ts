import { expect, test } from 'vitest';
import { expectText } from '../../../src/finishing/expect-text.ts';
import { attributeOf, elementsOf, parsePage } from '../../../src/finishing/page-tree.ts';

/** What a page with this text waits for before it is painted. */
function expected(body: string): (string | undefined)[] {
  const tree = parsePage(`<!DOCTYPE html><html><head><style>a{}</style></head><body>${body}</body></html>`);
  expectText({ name: 'llm1/index.html', tree, address: { origin: 'https://example.org', base: '/' } });
  const links = elementsOf(tree).filter((element) => attributeOf(element, 'rel') === 'expect');
  expect(links.every((link) => attributeOf(link, 'blocking') === 'render')).toBe(true);
  return links.map((link) => attributeOf(link, 'href'));
}

const article = (text: string) =>
  `<h1 id="title">A</h1><article class="prose">${text}</article><p id="end"></p>`;
const P = '<p>Text</p>';
const heading = (id: string) => `<div class="heading"><h2 id="${id}">B</h2></div>`;

test('waits for the first place with a name behind the first two blocks', () => {
  expect(expected(article(`${P} ${P} ${P} ${heading('b')} ${P} ${heading('c')}`))).toEqual(['#b']);
  expect(expected(article(`${heading('a')}${P}${heading('b')}`))).toEqual(['#b']);
  expect(expected(article(`${P}${P}<ul><li>x<sup><a id="ref-1">1</a></sup></ul>`))).toEqual(['#ref-1']);
});

test('names it as an address does', () => {
  expect(expected(article(`${P}${P}${heading('größe 1')}`))).toEqual(['#gr%C3%B6%C3%9Fe%201']);
});

test.each([
  ['no place has a name', P.repeat(5)],
  ['only its first blocks have', heading('a') + heading('b') + P],
  ['the next is a long text away', `<p>${'Long. '.repeat(2000)}</p>${P}${heading('b')}`],
  ['the next is many elements away', `<p>${'<b>a</b>'.repeat(1500)}</p>${P}${heading('b')}`],
  ['the next is in a long list', `${P}${P}<ul>${'<li>An item.</li>'.repeat(800)}<li id="b">x</li></ul>`],
  ['the next is itself long', `${P}${P}<figure id="b">${'Long. '.repeat(2100)}</figure>`],
  ['the next is in a template', `${P}${P}<template><p id="b"></p></template>${heading('c')}`],
  ['a name is empty', `${P}${P}<p id="">Text</p>`],
  ['it is empty', ''],
])('waits for nothing in an article where %s', (_what, text) => {
  expect(expected(article(text))).toEqual([]);
});

test('waits for nothing on other pages', () => {
  expect(expected(`<main>${P}${P}${heading('b')}</main>`)).toEqual([]);
});
