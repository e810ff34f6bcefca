import { expect, test } from 'vitest';
import { breakWords, joinWords } from '../../../src/series/word-breaks.ts';

test.each([
  ['plain words stay', 'plain words stay'],
  ['言語モデル', ' 言語 モデル '],
  ['GPTは言語モデル。', 'GPT は 言語 モデル 。 '],
  ['ภาษาไทย', ' ภาษา ไทย '],
  ['한국어는 띄어 쓴다', '한국어는 띄어 쓴다'],
])('breaks %s into words', (text, broken) => {
  expect(breakWords(text)).toBe(broken);
});

test.each([
  ['plain words stay', 'plain words stay'],
  ['言語 モデル は', '言語モデルは'],
  ['言語 <mark>モデル</mark> は GPT', '言語<mark>モデル</mark>は GPT'],
])('joins the words of %s', (text, joined) => {
  expect(joinWords(text)).toBe(joined);
});
