import { describe, expect, test } from 'vitest';
import { readArguments, WrongCall, wordsOf } from '../../../scripts/command-line.ts';

const COMMAND = {
  name: 'npm run thing',
  options: {
    root: { type: 'string' },
    format: { type: 'string', choices: ['text', 'json'] },
    strict: { type: 'boolean' },
  },
  most: 1,
} as const;

const read = (...args: readonly string[]) => readArguments(args, COMMAND);

describe('arguments', () => {
  test.each<[readonly string[], object, readonly string[]]>([
    [[], {}, []],
    [['--root', 'a b', '--strict'], { root: 'a b', strict: true }, []],
    [['--root=-x', 'y'], { root: '-x' }, ['y']],
    [['--format', 'json'], { format: 'json' }, []],
    [['--', '--strict'], {}, ['--strict']],
  ])('%j are understood', (args, given, rest) => {
    expect(read(...args)).toEqual({ given, rest });
  });

  test.each([[['-h']], [['--help']], [['--nope', 'x', 'y', '--help']]])('%j ask for help', (args) => {
    expect(read(...args).given).toBe('help');
  });

  test.each<[readonly string[], string]>([
    [['--fromat', 'json'], 'There is no option `--fromat`; did you mean `--format`?'],
    [
      ['--constructor'],
      'There is no option `--constructor`; there are `--root`, `--format`, `--strict`, `--help`.',
    ],
    [['-x'], 'There is no option `-x`; there are `--root`, `--format`, `--strict`, `--help`.'],
    [['--no-strict'], 'There is no option `--no-strict`; did you mean `--strict`?'],
    [['--root'], '`--root` needs a value after it.'],
    [['--root='], '`--root` needs a value after it.'],
    [['--root', '--strict'], '`--root` needs a value after it.'],
    [['--strict=yes'], '`--strict` takes no value, and was given `yes`.'],
    [['--format', 'jsn'], '`--format` must be one of `text`, `json`, not `jsn`; did you mean `json`?'],
    [['a', 'b'], '`npm run thing` takes one argument besides its options; `b` is too much.'],
    [
      ['a', 'strict'],
      '`npm run thing` takes one argument besides its options; `strict` is too much. Did you mean `--strict`?',
    ],
  ])('%j are refused', (args, message) => {
    expect(() => read(...args)).toThrow(new WrongCall(message));
  });
});

test.each([
  ['its message', new Error('Wrong.'), 'Wrong.'],
  [
    'its title and cause where it has no message',
    untold(new Error('No such file.')),
    'A title. No such file.',
  ],
  ['its title where it has nothing else', untold(), 'A title.'],
  ['its name where it has not even one', new TypeError(''), 'TypeError'],
  ['itself where it is no error', 'A text', 'A text'],
])('an error is told by %s', (_by, error, words) => {
  expect(wordsOf(error)).toBe(words);
});

function untold(cause?: Error): Error {
  return Object.assign(new Error('', cause && { cause }), { title: 'A title.' });
}
