import { expect, test } from 'vitest';
import { type Day, formatDay, parseDay } from '../../../src/series/day.ts';

test.each([
  ['2024-08-21', '2024-08-21'],
  ['2024-8-1', '2024-08-01'],
  ['Aug 21, 2024', '2024-08-21'],
  ['August 21 2024', '2024-08-21'],
  ['Aug. 1st, 2024', '2024-08-01'],
  ['Sept 3, 2024', '2024-09-03'],
  ['21 August 2024', '2024-08-21'],
  ['2nd May 2024', '2024-05-02'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', 'impossible'],
  ['Feb 30, 2024', 'impossible'],
  ['2024-13-01', 'impossible'],
  ['0000-01-01', 'impossible'],
  ['Augustus 21, 2024', undefined],
  ['Foo 21, 2024', undefined],
  ['a rainy day', undefined],
  ['', undefined],
])('reads %j as %j', (text, expected) => {
  expect(parseDay(text)).toBe(expected);
});

test.each([
  ['en', '21 August 2024'],
  ['de', '21. August 2024'],
])('writes a day in %s', (language, expected) => {
  expect(formatDay('2024-08-21' as Day, language)).toBe(expected);
});
