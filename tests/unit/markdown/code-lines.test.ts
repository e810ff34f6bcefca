import {
  createHighlighter,
  createJavaScriptRegexEngine,
  type Grammar,
  type LanguageRegistration,
} from 'shiki';
import { describe, expect, test } from 'vitest';
import { type CodeLine, CodeReader } from '../../../src/markdown/code-lines.ts';
import { classOf, syntaxTheme } from '../../../src/markdown/syntax-theme.ts';

/** Has a rule that takes the end of a line with it, and one for what comes at once after it. */
const ANCHORED: LanguageRegistration = {
  name: 'anchored',
  scopeName: 'source.anchored',
  repository: {},
  patterns: [
    {
      begin: '<\\s*',
      end: '>',
      patterns: [
        { match: '\\Ga', name: 'keyword' },
        { match: 'a', name: 'string' },
      ],
    },
  ],
};

/** A reader, which notes in `asked` the lines that it asks its grammar for. */
async function readerOf(language: string, asked: string[] = []): Promise<CodeReader> {
  const highlighter = await createHighlighter({
    themes: [syntaxTheme],
    langs: [language === ANCHORED.name ? ANCHORED : language],
    engine: createJavaScriptRegexEngine(),
    warnings: false,
  });
  const { colorMap } = highlighter.setTheme(syntaxTheme);
  return new CodeReader(noting(highlighter.getLanguage(language), asked), colorMap.map(classOf));
}

function noting(grammar: Grammar, asked: string[]): Grammar {
  return {
    name: grammar.name,
    tokenizeLine: (...line) => grammar.tokenizeLine(...line),
    tokenizeLine2: (...line) => {
      asked.push(line[0]);
      return grammar.tokenizeLine2(...line);
    },
  };
}

const classesOf = (lines: readonly CodeLine[]) =>
  lines.map((line) => line.map(({ className = 'none' }) => className.replace('code-', '')).join(' '));

describe('a line that was read before', () => {
  test.each([
    ['in a text of several lines', 'python', ['x = 1', '"""\nx = 1\n"""\nx = 1']],
    ['in a comment', 'js', ['f(1);', '/*\nf(1);\n*/\nf(1);']],
    ['in a text that ends with a mark of its own', 'lua', ['[=[\n]==]\na=1\n]=]', '[==[\n]==]\na=1\n]=]']],
    ['in what has begun elsewhere', 'js', ['f(\n1)}b`', '`${f(\n1)}b`']],
    ['after a mark that has taken the end of its line', 'anchored', ['<\na', '<b\na']],
    ['after a directive that goes on', 'c', ['int a = 1;', '#define B \\\nint a = 1;\nint a = 1;']],
    ['in a block of another language', 'markdown', ['let a = 1;', '```js\nlet a = 1;\n```\nlet a = 1;']],
  ])('is read anew %s', async (_where, language, texts) => {
    const alone = await Promise.all(texts.map(async (text) => (await readerOf(language)).read(text)));
    const reader = await readerOf(language);
    for (const order of [texts, texts.toReversed(), texts]) {
      for (const text of order) expect(reader.read(text)).toEqual(alone[texts.indexOf(text)]);
    }
  });

  test('is known where the grammar is in the same state', async () => {
    const asked: string[] = [];
    const reader = await readerOf('js', asked);
    const first = reader.read('f(() => {\n  a;\r\n\n  a;\n});');
    const second = reader.read('g(() => {\n  a;\n});');
    expect(asked).toEqual(['f(() => {', '  a;', '});', 'g(() => {']);
    expect([first[2], first[3], ...second.slice(1)]).toEqual([[], first[1], first[1], first[4]]);
  });

  test.each([
    ['many others', Array.from({ length: 600 }, (_, index) => `"${index}`.padEnd(1900, '.'))],
    ['many states', Array.from({ length: 6000 }, () => '[')],
    // The lines that are read keep the others in memory.
    ['much that is not read', ['b', '.'.repeat(1_100_000)]],
  ])('is forgotten after %s, so that memory does not grow', async (_what, others) => {
    const asked: string[] = [];
    const reader = await readerOf('json', asked);
    for (const text of ['1', '1', others.join('\n'), '1', '1']) reader.read(text);
    expect(asked.filter((text) => text === '1')).toEqual(['1', '1']);
  });
});

test('a line that is too long is no piece of code, and changes nothing for the next', async () => {
  const reader = await readerOf('js');
  expect(classesOf(reader.read(`let a = "${'b'.repeat(2000)};\nlet a;`))).toEqual([
    'none',
    'keyword none quiet',
  ]);
});

test('white space belongs to what follows it, and alike neighbours are one piece', async () => {
  const [line] = (await readerOf('js')).read('  return  a + "b"  ');
  expect(line).toEqual([
    { text: '  return', className: 'code-keyword' },
    { text: '  a ', className: undefined },
    { text: '+', className: 'code-quiet' },
    { text: ' "b"', className: 'code-string' },
    { text: '  ', className: undefined },
  ]);
});
