import { expect, test } from 'vitest';
import { elementsOf, findElement, parsePage } from '../../../src/finishing/page-tree.ts';

test('the first element is found in the order of the text, in templates too', () => {
  const tree = parsePage('<div><template><b id="a"></b></template></div><b id="b"></b>');
  const isBold = ({ tagName }: { readonly tagName: string }) => tagName === 'b';
  expect(findElement(tree, isBold)).toBe(elementsOf(tree).find(isBold));
  expect(findElement(tree, ({ tagName }) => tagName === 'i')).toBeUndefined();
});
