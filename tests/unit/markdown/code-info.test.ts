import { describe, expect, test } from 'vitest';
import { readCodeInfo } from '../../../src/markdown/code-info.ts';
import { articleOf } from '../../support/articles.ts';

const read = (info: string) => {
  const { marked, ...rest } = readCodeInfo(info, 9);
  return { ...rest, marked: [...marked] };
};

describe('what an info string says', () => {
  test.each<[string, object]>([
    ['', { language: undefined }],
    ['python', { language: 'python' }],
    ['python title="attention.py"', { language: 'python', title: 'attention.py' }],
    [`js title='say "hi"'`, { language: 'js', title: 'say "hi"' }],
    ['js title="a {1} wrap"', { language: 'js', title: 'a {1} wrap' }],
    ['title="notes.txt"', { title: 'notes.txt' }],
    ['js lines', { language: 'js', firstNumber: 1 }],
    ['js lines=41 wrap', { language: 'js', firstNumber: 41, wraps: true }],
    ['lines', { firstNumber: 1 }],
    ['wrap {2}', { wraps: true, marked: [2] }],
    ['js {1,3-5}', { language: 'js', marked: [1, 3, 4, 5] }],
    ['js{1, 3}', { language: 'js', marked: [1, 3] }],
    ['js {1} {9}', { language: 'js', marked: [1, 9] }],
    ['c++ {1}', { language: 'c++', marked: [1] }],
  ])('%j', (info, expected) => {
    expect(read(info)).toEqual({ language: undefined, marked: [], mistakes: [], ...expected });
  });
});

describe('words of other tools are no mistakes', () => {
  test.each<[string, string | undefined]>([
    ['rust,ignore', 'rust'],
    ['rust,no_run,edition2021', 'rust'],
    ['js {.class}', 'js'],
    ['{.python .numberLines startFrom="5"}', 'python'],
    ['{r echo=FALSE}', 'r'],
    ['{r, fig.cap="a wrapped title", lines="x"}', 'r'],
    ['{}', undefined],
    ['js ins={1,30} del={99} "wrap me" \'title\'', 'js'],
    ['ts twoslash showLineNumbers', 'ts'],
    ['js {hl_lines=[8,"15-17"],linenos=table}', 'js'],
    ['js linenums="1" hl_lines="2 3" linenos', 'js'],
    ['js:line-numbers [wrapped.js]', 'js'],
    ["sh don't =", 'sh'],
    ['jsx live noInline files times', 'jsx'],
    ['line', 'line'],
    ['toString constructor', 'toString'],
  ])('%j', (info, language) => {
    expect(read(info)).toEqual({ language, marked: [], mistakes: [] });
  });
});

describe.each(['md', 'mdx'])('the check of code blocks in .%s', (format) => {
  test.each<[string, string]>([
    ['js titel="x"', '3:7 A code block has no `titel`. Did you mean `title="x"`?'],
    ['js Title="x"', '3:7 A code block has no `Title`. Did you mean `title="x"`?'],
    ['js titel=x', '3:7 A code block has no `titel`. Did you mean `title="x"`?'],
    ['js  line=5', '3:8 A code block has no `line`. Did you mean `lines=5`?'],
    ['js lines warp', '3:13 A code block has no `warp`. Did you mean `wrap`?'],
    ['js title="x', '3:7 The quotation mark in `title="x` is never closed. Write `title="x"`.'],
    ['js title="', '3:7 The quotation mark in `title="` is never closed. Write `title="…"`.'],
    ['js title=x', '3:7 The title `x` is not between quotation marks. Write `title="x"`.'],
    ['js title', '3:7 The title of the code block has no text. Write `title="…"`.'],
    ['js title=" "', '3:7 The title of the code block has no text. Write `title="…"`.'],
    ['js lines=x', '3:7 `lines=x` does not say with which number the lines begin. Write `lines=1`.'],
    ['js lines="7"', '3:7 `lines="7"` does not say with which number the lines begin. Write `lines=7`.'],
    ['js wrap=false', '3:7 `wrap=false` means nothing, since `wrap` has no value. Write `wrap`.'],
    [
      'js {1,9}',
      '3:7 The code block has 2 lines, and so no line `9`. Choose from `{1-2}`: lines count from 1.',
    ],
    [
      'js {0}',
      '3:7 The code block has 2 lines, and so no line `0`. Choose from `{1-2}`: lines count from 1.',
    ],
    ['js {2-1}', '3:7 The lines `2-1` end before they begin. Write `1-2`.'],
    ['js {1,2', '3:7 `{1,2` is no list of lines. Write `{1,2}`.'],
    ['js {1..2,}', '3:7 `{1..2,}` is no list of lines. Write `{1-2}`.'],
    ['js {1-}', '3:7 `{1-}` is no list of lines. Write `{1}`.'],
    ['{3}', '3:4 The code block has 2 lines, and so no line `3`. Choose from `{1-2}`: lines count from 1.'],
    ['js title=\\"x', '3:1 The quotation mark in `title="x` is never closed. Write `title="x"`.'],
  ])('%j', (info, expected) => {
    expect(told(`# T\n\n\`\`\`${info}\na\nb\n\`\`\`\n`, format)).toEqual([expected]);
  });

  test('tells all mistakes of a block, at their places in the file', () => {
    expect(told('---\ntitle: T\n---\n\n> - ~~~js warp {2}\n>   a\n>   ~~~\n', format)).toEqual([
      '5:11 A code block has no `warp`. Did you mean `wrap`?',
      '5:16 The code block has one line, and so no line `2`. Write `{1}`.',
    ]);
  });
});

function told(text: string, format: string): string[] {
  return articleOf(`articles/a.${format}`, text).problems.map(
    ({ place, message, hint }) => `${place.line}:${place.column} ${message} ${hint}`,
  );
}
