import { parse, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { elementsOf, findElement, parsePage } from '../../../src/finishing/page-tree.ts';

test('the first element is found in the order of the text, in templates too', () => {
  const tree = parsePage('<div><template><b id="a"></b></template></div><b id="b"></b>');
  const isBold = ({ tagName }: { readonly tagName: string }) => tagName === 'b';
  expect(findElement(tree, isBold)).toBe(elementsOf(tree).find(isBold));
  expect(findElement(tree, ({ tagName }) => tagName === 'i')).toBeUndefined();
});

test.each([
  ['without styles', '<p>a'],
  ['with styles', '<style>a < b > c &amp; "d" $& $1</style><p>a</p><style></style><style>e\n</style>'],
  [
    'with a style in a template and in a drawing',
    '<template><style>a</style></template><svg><style>b</style></svg>',
  ],
  ['with markup in the style of a drawing', '<style>a</style><svg><style>a &gt; b{}<g></g></style></svg>'],
  ['with a style in a formula', '<math><style>a<b>x</b></style></math>'],
  ['with a style that has attributes', '<style media="print">a</style><style>b</style>'],
  ['with a style that is none', '<script>"<style>a</style>"</script><style>b</style>'],
  [
    'with a style that is none beside one with attributes',
    '<script>"<style>a</style>"</script><style id="a"></style>',
  ],
  ['with a comment', '<!-- <style>a</style> --><style>b</style>'],
  ['with a style that does not end', '<style>a'],
  ['with other ends of lines in a style', '<style>a\r\nb</style>'],
  ['with other ends of lines in an attribute', '<p title="\r\na\rb\n">a</p>'],
  ['with frames', '</body><frameset>a b c'],
])('a page %s is read as parse5 reads it', (_what, body) => {
  const text = `<!doctype html><html><head></head><body>${body}</body></html>`;
  const options = { scriptingEnabled: false };
  const tree = parsePage(text);
  expect(serialize(tree, options)).toBe(serialize(parse(text, options), options));
  const texts = (one: typeof tree) =>
    elementsOf(one).map(({ childNodes }) => childNodes.map(({ nodeName }) => nodeName));
  expect(texts(tree)).toEqual(texts(parse(text, options)));
});
