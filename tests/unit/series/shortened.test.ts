import { expect, test } from 'vitest';
import { shortDescription, shortened, shortenedWords } from '../../../src/series/shortened.ts';

test.each([
  ['Short.', 20, 'Short.'],
  ['One two. Three four. Five.', 26, 'One two. Three four. Five.'],
  ['One two. Three four. Five.', 25, 'One two. Three four. …'],
  ['One two. Three four. Five.', 22, 'One two. Three four. …'],
  ['One two. Three four. Five.', 21, 'One two. …'],
  ['See Dr. No tonight. Or not.', 20, 'See Dr. No tonight…'],
  ['A sentence too long, by far, for this.', 22, 'A sentence too long…'],
  ['これは文です。これも文です。', 10, 'これは文です。 …'],
  ['هذه جملة. وهذه جملة أخرى.', 14, 'هذه جملة. …'],
])('shortens %j to %i as %j', (text, length, expected) => {
  expect(shortened(text, length)).toBe(expected);
  expect(expected.length).toBeLessThanOrEqual(length);
});

test.each([
  ['Short', 20, 'Short'],
  ['What? A title of two sentences', 20, 'What? A title of…'],
  ['Attention (self-attention)', 12, 'Attention…'],
  ['大規模言語モデルの内部', 6, '大規模言語…'],
  ['Donaudampfschifffahrt', 6, 'Donau…'],
  ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 10, '👩‍👩‍👧…'],
])('shortens the title %j to %i as %j', (text, length, expected) => {
  expect(shortenedWords(text, length)).toBe(expected);
  expect(expected.length).toBeLessThanOrEqual(length);
});

test('keeps whole sentences of a description of a thousand characters', () => {
  const sentence = 'A model guesses the next word of a text, again and again. ';
  const short = shortDescription(sentence.repeat(20).trim());
  expect(short).toBe(`${sentence.repeat(5)}…`);
  expect(shortDescription(sentence.repeat(5).trim())).toBe(sentence.repeat(5).trim());
});
