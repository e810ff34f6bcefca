import { expect, test } from 'vitest';
import { nearest } from '../../../src/series/nearest.ts';

const names = ['llm0', 'llm1', 'llm10', 'about', 'attention'];

test.each([
  ['lm1', 'llm1'],
  ['LLM10', 'llm10'],
  ['atention', 'attention'],
  ['abuot', 'about'],
  ['abc', undefined],
  ['abot', 'about'],
  ['tokenizers', undefined],
  ['', undefined],
])('for %j suggests %j', (value, expected) => {
  expect(nearest(value, names)).toBe(expected);
});

test('allows no more edits than it is told', () => {
  expect(nearest('attentoin', names, 1)).toBe('attention');
  expect(nearest('atention', names, 1)).toBe('attention');
  expect(nearest('atentio', names, 1)).toBeUndefined();
});

test('suggests nothing where there is nothing', () => {
  expect(nearest('llm1', [])).toBeUndefined();
});
