import { expect, test } from 'vitest';
import { readProjectWords } from '../../../src/series/dictionary.ts';

test("a project's words stand one a line, with comments", () => {
  const text = '# Names\r\nsoftmax\n\n  Feynman  # who taught\nnai\u0308ve\n';
  expect(readProjectWords(text)).toEqual(new Set(['softmax', 'Feynman', 'naïve']));
});
