import { expect, test } from 'vitest';
import { typeset } from '../../../../src/outputs/social-card/shaping.ts';

test.each(['㌬', 'ǆ'])('a text with %s is as wide as with the letters that stand for it', async (sign) => {
  const one = await typeset(sign, 'title', 'ltr');
  const letters = one.text;
  expect(letters.length).toBeGreaterThan(1);
  const other = await typeset(letters, 'title', 'ltr');
  expect(one.shape(letters)).toEqual(other.shape(letters));
});
