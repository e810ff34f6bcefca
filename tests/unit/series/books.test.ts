import { expect, test } from 'vitest';
import { bookFiles, parseBooks } from '../../../src/series/books.ts';

const FALLBACK = { epub: true, pdf: false };

test.each([
  [undefined, FALLBACK],
  [' ', FALLBACK],
  ['none', { epub: false, pdf: false }],
  ['pdf', { epub: false, pdf: true }],
  ['epub, pdf', { epub: true, pdf: true }],
])('reads BOOKS=%j', (text, books) => {
  expect(parseBooks(text, FALLBACK)).toEqual(books);
});

test.each(['mobi', 'epub none'])('refuses BOOKS=%s, and says how it is written', (text) => {
  expect(() => parseBooks(text, FALLBACK)).toThrow(
    `BOOKS is \`${text}\`; it must be \`epub\`, \`pdf\`, \`epub pdf\` or \`none\`.`,
  );
});

test('names the files of a series by its name alone', () => {
  expect(bookFiles('llm-', { epub: true, pdf: true }).map(({ file }) => file)).toEqual([
    'llm.epub',
    'llm.pdf',
  ]);
  expect(bookFiles('llm', { epub: false, pdf: false })).toEqual([]);
});
