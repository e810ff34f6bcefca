import { describe, expect, test } from 'vitest';
import { loadEnglish } from '../../../scripts/english.ts';
import { spellingRemarks } from '../../../src/markdown/spelling.ts';
import { withProjectWords } from '../../../src/series/dictionary.ts';

const english = await loadEnglish();

/** What is told of a text, as `line:column word`. */
function told(
  text: string,
  { format = 'md' as 'md' | 'mdx', words = [] as readonly string[] } = {},
): string[] {
  const dictionary = withProjectWords(english, new Set(words));
  const name = { file: `articles/a.${format}`, slug: 'a', format };
  return spellingRemarks(name, text, dictionary).map(
    ({ place, message }) => `${place.line}:${place.column} ${/`(.*)`/.exec(message)?.[1] ?? ''}`,
  );
}

describe('words are told', () => {
  test.each<[string, string, readonly string[]]>([
    ['in a paragraph, each time', 'A wrng word.\nAnd wrng.\n', ['1:3 wrng', '2:5 wrng']],
    ['with the place in the file, below front matter', '---\ntitle: T\n---\n\n# A wrng\n', ['5:5 wrng']],
    [
      'in lists, tables, footnotes and alerts',
      '- x\n  wrng\n\n| wrng |\n| - |\n\nx[^1]\n\n[^1]: wrng\n\n> [!NOTE]\n> wrng\n',
      ['2:3 wrng', '4:3 wrng', '9:7 wrng', '12:3 wrng'],
    ],
    [
      'in the text of a link and of a picture',
      '[wrng](./b) ![a wrng](../articleimages/x.png)\n',
      ['1:2 wrng', '1:17 wrng'],
    ],
    ['in emphasis, without its signs', '**wrng**, _wrng_\n', ['1:3 wrng', '1:12 wrng']],
    ['of a compound, one by one', 'self-wrng and/or wrng/right\n', ['1:6 wrng', '1:18 wrng']],
    ['after letters of two code units', '😀 wrng\n', ['1:4 wrng']],
  ])('%s', (_where, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('in the text of MDX, in elements too', () => {
    expect(told('A <b>wrng</b> {wrng}\n\n<Steps>\n1. wrng\n</Steps>\n', { format: 'mdx' })).toEqual([
      '1:6 wrng',
      '4:4 wrng',
    ]);
  });
});

describe('nothing is told of', () => {
  test.each([
    ['code', '`wrng`\n\n```js wrng\nwrng\n```\n\n    wrng\n'],
    ['formulas', 'Let $wrng$ be.\n\n$$\nwrng\n$$\n'],
    ['diagrams', '```mermaid\nflowchart LR\n  wrng\n```\n'],
    ['a block of quotation', '> wrng\n'],
    ['what stands in quotation marks', 'It says "a *wrng* thing", “wrng” and «wrng».\n'],
    ['addresses', 'https://example.org/wrng <https://wrng.org> wrng@example.org www.wrng.org\n'],
    ['links that show their address', '[wrng.org/wrng](https://wrng.org/wrng)\n'],
    ['the target of a link', '[text](./wrng "wrng")\n'],
    ['paths and names', 'src/wrng/wrng.ts ./wrng wrng_name wrng.py #wrng\n'],
    ['names with a capital inside, and words with digits', 'GPT SOTAs LaTeX iPhonx wrng2 4wrng\n'],
    ['other scripts', '大規模言語モデル нейрон\n'],
    ['entities and escapes', 'wr&eacute;ng wr\\_ng\n'],
    ['words that emphasis cuts', 'un**bel**iev\n'],
    [
      'British or American spelling',
      'The behaviour, colour, behavior and color of what we realise and realize.\n',
    ],
    ['contractions and genitives', "It's what we don't know of the author’s.\n"],
    ['HTML in Markdown', '<div class="wrng">\n</div>\n'],
  ])('%s', (_what, text) => {
    expect(told(text)).toEqual([]);
  });

  test.each(['ja', 'de'])('an article in %s', (lang) => {
    expect(told(`---\nlang: ${lang}\n---\n# Wrng\n`)).toEqual([]);
  });

  test('an element in a language of its own', () => {
    expect(told('A <i lang="de">Wrng</i>\n', { format: 'mdx' })).toEqual([]);
  });

  test('an article that cannot be parsed', () => {
    expect(told('wrng {\n', { format: 'mdx' })).toEqual([]);
  });
});

test("a project's words are known, also with a capital and in the genitive", () => {
  const words = ['softmaxx', 'Feynmann'];
  expect(told("Softmaxx, softmaxx's and Feynmann’s\n", { words })).toEqual([]);
  expect(told('feynmann\n', { words })).toEqual(['1:1 feynmann']);
});

test('what may be meant is told, the likeliest first', () => {
  const [remark] = spellingRemarks(
    { file: 'articles/a.md', slug: 'a', format: 'md' },
    'They dont.\n',
    english,
  );
  expect(remark).toEqual({
    rule: 'spelling',
    message: '`dont` is in no dictionary.',
    hint: "Did you mean `don't`, `dent`, `dint`? If it is right, add it to `dictionary.txt`.",
    file: 'articles/a.md',
    place: { line: 1, column: 6 },
  });
});
