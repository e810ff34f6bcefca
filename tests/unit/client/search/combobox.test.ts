import { expect, test } from 'vitest';
import { nextOption } from '../../../../src/client/search/combobox.ts';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 1, 2],
  ['ArrowDown', 2, 0],
  ['ArrowUp', -1, 2],
  ['ArrowUp', 0, 2],
  ['ArrowUp', 2, 1],
  ['Home', -1, undefined],
  ['End', -1, undefined],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['ArrowLeft', 1, undefined],
  ['a', 1, undefined],
])('%s leads from option %i of three to %s', (key, current, next) => {
  expect(nextOption(key, current, 3)).toBe(next);
});
