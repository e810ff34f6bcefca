import { expect, test } from 'vitest';
import { neededStyles } from '../../../src/finishing/needed-styles.ts';
import { attributeOf, elementsOf, ownTextOf, parsePage } from '../../../src/finishing/page-tree.ts';

const FEATURES = ['components', 'diagrams', 'formulas'];
const APART = FEATURES.map((name) => `<style data-feature="${name}">${name}</style>`).join('');

/** The styles that a page with this text is left with. */
function stylesOf(body: string, head = '<style>all</style>'): string[] {
  const tree = parsePage(`<!DOCTYPE html><html><head>${head}</head><body>${APART}${body}</body></html>`);
  neededStyles({ name: 'llm1/index.html', tree, address: { origin: 'https://example.org', base: '/' } });
  const styles = elementsOf(tree).filter(({ tagName }) => tagName === 'style');
  expect(styles.filter((style) => attributeOf(style, 'data-feature') !== undefined)).toEqual([]);
  expect(styles.filter(({ parentNode }) => parentNode?.nodeName !== 'head')).toEqual([]);
  return styles.map(ownTextOf);
}

const article = (text: string) => `<article class="prose"><p>a</p>${text}</article>`;

test.each([
  ['a formula', '<p><math><mi>x</mi></math></p>', ['formulas']],
  ['a diagram', '<div class="diagram"><svg></svg></div>', ['diagrams']],
  ['details', '<ul><li><details><summary>a</summary></details></li></ul>', ['components']],
  ['tabs', '<tab-group></tab-group>', ['components']],
  ['a tab without others', '<div class="tab-panel"></div>', ['components']],
  ['steps', '<div class="steps more"></div>', ['components']],
  [
    'all of them',
    '<div class="diagram"><details></details></div><math></math>',
    ['components', 'diagrams', 'formulas'],
  ],
  ['none of them', '<p class="diagrams steps-2">math</p>', []],
])('a page with %s has the styles that it needs', (_what, text, needed) => {
  expect(stylesOf(article(text))).toEqual(['all', ...needed]);
});

test('a formula in a title, outside the text, has its styles, too', () => {
  expect(stylesOf(`<h1><math></math></h1>${article('')}`)).toEqual(['all', 'formulas']);
});

test('contents outside the text are no component', () => {
  expect(stylesOf(`<details><summary>Contents</summary></details>${article('')}`)).toEqual(['all']);
});

test('all other styles stay as they are', () => {
  const others = '<style>a</style><style media="print">b</style>';
  expect(stylesOf(article(''), others)).toEqual(['a', 'b']);
});

test.each(['mine', 'constructor'])('styles with another mark, %s, stay where they are', (name) => {
  const own = `<style data-feature="${name}">a</style>`;
  const tree = parsePage(`<!DOCTYPE html><html><head></head><body>${own}</body></html>`);
  neededStyles({ name: 'index.html', tree, address: { origin: 'https://example.org', base: '/' } });
  const [style] = elementsOf(tree).filter(({ tagName }) => tagName === 'style');
  expect(attributeOf(style, 'data-feature')).toBe(name);
  expect(style?.parentNode?.nodeName).toBe('body');
});
