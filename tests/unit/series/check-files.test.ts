import { expect, test } from 'vitest';
import { checkFiles } from '../../../src/series/check-files.ts';
import { checkLinks } from '../../../src/series/check-links.ts';

const told = (...files: readonly string[]) =>
  checkFiles([{ name: 'public', files }]).map(({ file, rule, message }) => `${file} ${rule} ${message}`);

test('tells files whose names differ in capitals', () => {
  expect(told('a/Cat.png', 'a/cat.png', 'b/cat.png')).toEqual([
    'public/a/cat.png duplicate-file This file has the name of `public/a/Cat.png` but for capitals, and some systems do not tell them apart.',
  ]);
});

test('tells files whose names differ in how accents are written', () => {
  expect(told('e\u0301.png', '\u00e9.png')).toEqual([
    'public/\u00e9.png duplicate-file This file has the name of `public/e\u0301.png` but for how its accents are written, and some systems do not tell them apart.',
  ]);
});

test('lets files of the same name in other folders be', () => {
  expect(
    checkFiles([
      { name: 'public', files: ['a.png', 'b/a.png'] },
      { name: 'articleimages', files: ['A.png'] },
    ]),
  ).toEqual([]);
});

test.each(['outside', 'folder', 'nowhere'] as const)('tells a symbolic link that leads %s', (leads) => {
  expect(checkLinks([{ file: 'public/x', leads }])).toMatchObject([
    { rule: 'outside-link', file: 'public/x', place: { line: 1, column: 1 } },
  ]);
});
