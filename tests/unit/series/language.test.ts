import { expect, test } from 'vitest';
import { directionOf, isLanguage } from '../../../src/series/language.ts';

test.each([
  ['en', true],
  ['pt-BR', true],
  ['zh-Hant', true],
  ['xx', false],
  ['english', false],
  ['', false],
  ['a b', false],
])('says whether %j is a language: %s', (tag, expected) => {
  expect(isLanguage(tag)).toBe(expected);
});

test.each([
  ['en', 'ltr'],
  ['ja', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['ur-PK', 'rtl'],
  ['az-Arab', 'rtl'],
  ['uz', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
