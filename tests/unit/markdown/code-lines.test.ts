import {
  createHighlighter,
  createJavaScriptRegexEngine,
  type Grammar,
  type LanguageRegistration,
} from 'shiki';
import { INITIAL } from 'shiki/textmate';
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

async function readerOf(language: string): Promise<CodeReader> {
  const highlighter = await createHighlighter({
    themes: [syntaxTheme],
    langs: [language === ANCHORED.name ? ANCHORED : language],
    engine: createJavaScriptRegexEngine(),
    warnings: false,
  });
  const { colorMap } = highlighter.setTheme(syntaxTheme);
  return new CodeReader(highlighter.getLanguage(language), colorMap.map(classOf));
}

const classesOf = (lines: readonly CodeLine[]) =>
  lines.map((line) => line.map(({ className = 'none' }) => className.replace('code-', '')).join(' '));

/** A grammar that gives every line one colour, and notes what it is asked. */
function noting(asked: string[]): Grammar {
  return {
    name: 'noting',
    tokenizeLine: () => ({ tokens: [], ruleStack: INITIAL, stoppedEarly: false }),
    tokenizeLine2: (line) => {
      asked.push(line);
      return { tokens: new Uint32Array([0, 1 << 15]), ruleStack: INITIAL, stoppedEarly: false, fonts: [] };
    },
  };
}

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

  test('is known where the grammar is in the same state', () => {
    const asked: string[] = [];
    const reader = new CodeReader(noting(asked), ['first', 'second']);
    const read = reader.read('a\nb\r\n\na');
    expect(asked).toEqual(['a', 'b']);
    const [a, b] = ['a', 'b'].map((text) => [{ text, className: 'second' }]);
    expect(read).toEqual([a, b, [], a]);
    expect(reader.read('b')).toEqual([b]);
    expect(asked).toEqual(['a', 'b']);
  });

  test('is forgotten after many others, so that memory does not grow', () => {
    const asked: string[] = [];
    const reader = new CodeReader(noting(asked), []);
    const others = Array.from({ length: 600 }, (_, index) => String(index).padEnd(1900, '.'));
    for (const text of ['a', others.join('\n'), 'a', 'a']) reader.read(text);
    expect(asked).toEqual(['a', ...others, 'a']);
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
