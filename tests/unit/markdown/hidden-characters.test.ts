import { expect, test } from 'vitest';
import { articleOf } from '../../support/articles.ts';

const told = (text: string, file = 'articles/a.md') =>
  articleOf(file, text).problems.map(
    ({ place, rule, message }) => `${place.line}:${place.column} ${rule} ${/U\+\w+/.exec(message)?.[0]}`,
  );

test.each([
  ['an override', '# A\n\nab\u202ec', ['3:3 hidden-character U+202E']],
  ['an isolate', '# A\u2066\n', ['1:4 hidden-character U+2066']],
  ['one in code', '# A\n\n```js\nif (a\u202e) {}\n```\n', ['4:6 hidden-character U+202E']],
  ['one in front matter', '---\ntitle: "A\u202e"\n---\n', ['2:10 hidden-character U+202E']],
  [
    'several',
    '# A\n\n\u202aa\u202c\r\n\u2069',
    [3, 3, 4].map(
      (line, index) => `${line}:${[1, 3, 1][index]} hidden-character U+${['202A', '202C', '2069'][index]}`,
    ),
  ],
  ['a control', '# A\n\na\u0007b\u0085c', ['3:2 hidden-character U+0007', '3:4 hidden-character U+0085']],
  ['what is no character', '# A\n\na\uffffb', ['3:2 hidden-character U+FFFF']],
  ['letters for machines', '# A\n\na\u{e0041}\u{e0042}b', ['3:2 hidden-character U+E0041']],
  ['no width in code', '# A\n\na `b\u200bc` d\u200be', ['3:5 hidden-character U+200B']],
  ['no width in a block of code', '> ```\n> a\u2060\n> ```\n\n# A', ['2:4 hidden-character U+2060']],
])('tells %s', (_what, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  ['Persian', '# می\u200cخواهم\n\nA\u200f! \u200e(B) `می\u200cخواهم`'],
  ['emoji', '# \u{1f469}\u200d\u{1f4bb}\n\n`\u{1f469}\u200d\u{1f4bb}` \u2764\ufe0f'],
  ['a flag of a part of a country', '# A\n\n\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['a place to break a word', '# A\n\nlong\u200bword soft\u00adhyphen'],
  ['what is written as a reference', '# A\n\n&#x202e;'],
  ['tabs and lines', '# A\r\n\r\n\ta\n'],
])('lets %s be', (_what, text) => {
  expect(told(text)).toEqual([]);
});

test('tells them in an article that does not parse', () => {
  expect(told('# A\u202e\n\n{', 'articles/a.mdx')).toEqual([
    '1:4 hidden-character U+202E',
    '3:2 mdx-syntax undefined',
  ]);
});
