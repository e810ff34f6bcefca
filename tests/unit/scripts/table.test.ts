import { expect, test } from 'vitest';
import { table } from '../../../scripts/table.ts';

test('columns are as wide as their widest cell, as terminals show it, and numbers stand at the right', () => {
  expect(
    table(
      [{ heading: 'Title' }, { heading: 'N', isNumber: true }, { heading: 'X' }],
      [
        ['日本語', '1000', ''],
        ['🎉 é', '2', 'x'],
      ],
    ),
  ).toEqual(['Title      N  X', '日本語  1000', '🎉 é       2  x']);
});
