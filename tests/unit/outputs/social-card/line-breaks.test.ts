import { expect, test } from 'vitest';
import { piecesOf } from '../../../../src/outputs/social-card/line-breaks.ts';

test.each([
  ['en', 'Words end at spaces', ['Words ', 'end ', 'at ', 'spaces']],
  [
    'en',
    'feed-forward and 3.5 (or more) — yes, “so”!',
    ['feed-', 'forward ', 'and ', '3.5 ', '(or ', 'more) — ', 'yes, ', '“so”!'],
  ],
  ['en', 'kept\u00a0together', ['kept\u00a0together']],
  ['ja', '東京の「言語」モデル、です。', ['東京の', '「言語」', 'モデル、です。']],
  ['ja', 'データ・ベース', ['データ・', 'ベース']],
  ['ar', 'كيف تعمل؟', ['كيف ', 'تعمل؟']],
])('in %s, cuts `%s` where a line may end', (language, text, pieces) => {
  expect(piecesOf(text, language)).toEqual(pieces);
});
