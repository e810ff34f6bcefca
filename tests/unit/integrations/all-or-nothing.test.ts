import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Disk,
  replaceAll,
  type Replacement,
  undoUnfinished,
} from '../../../src/integrations/all-or-nothing.ts';

let root = '';

beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'all-or-nothing-'));
  for (const [name, text] of Object.entries(BEFORE)) fs.writeFileSync(join(root, name), text);
});

afterEach(() => {
  fs.rmSync(root, { recursive: true });
});

const BEFORE = { 'a.md': 'A\r\n', 'b.md': 'B', 'c.md': 'C', 'other.md': 'O' };
const AFTER = { 'a.md': 'B', 'b.md': 'A, changed', 'd.md': 'C', 'other.md': 'O' };

const bytes = (text: string | undefined) => (text === undefined ? undefined : new TextEncoder().encode(text));
const REPLACEMENTS: readonly Replacement[] = ['a.md', 'b.md', 'c.md', 'd.md'].map((path) => ({
  path,
  before: bytes({ ...BEFORE, 'd.md': undefined }[path]),
  after: bytes({ ...AFTER, 'c.md': undefined }[path]),
}));

function files(): Record<string, string> {
  const names = fs.readdirSync(root).toSorted();
  return Object.fromEntries(names.map((name) => [name, fs.readFileSync(join(root, name), 'utf8')]));
}

/** A disk that fails at a step: there only, or from there on, as when the process ends. */
function failing(step: number, isForGood: boolean): Disk & { readonly steps: () => number } {
  let count = 0;
  const fail = () => {
    count++;
    if (isForGood ? count >= step : count === step) throw new Error('The disk fails.');
  };
  const of =
    <Args extends readonly unknown[], Result>(work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      fail();
      return work(...args);
    };
  return {
    mkdirSync: of(fs.mkdirSync) as Disk['mkdirSync'],
    writeFileSync: of(fs.writeFileSync),
    renameSync: of(fs.renameSync),
    rmSync: of(fs.rmSync),
    steps: () => count,
  };
}

test('changes, adds and removes files, and leaves nothing else', () => {
  replaceAll(root, REPLACEMENTS);
  expect(files()).toEqual(AFTER);
});

describe('where a step fails', () => {
  const counted = () => {
    const disk = failing(Number.POSITIVE_INFINITY, false);
    replaceAll(root, REPLACEMENTS, disk);
    return disk.steps();
  };

  test('there are as many steps as are tried below', () => {
    expect(counted()).toBe(STEPS);
  });

  const STEPS = 15;
  const LAST = STEPS;

  test.each(Array.from({ length: STEPS - 1 }, (_, index) => index + 1))(
    'everything is as it was (step %i)',
    (step) => {
      expect(() => {
        replaceAll(root, REPLACEMENTS, failing(step, false));
      }).toThrow('The disk fails.');
      expect(files()).toEqual(BEFORE);
    },
  );

  test.each(Array.from({ length: STEPS - 1 }, (_, index) => index + 1))(
    'and no more works, the next run puts everything back (step %i)',
    (step) => {
      expect(() => {
        replaceAll(root, REPLACEMENTS, failing(step, true));
      }).toThrow('The disk fails.');
      undoUnfinished(root);
      expect(files()).toEqual(BEFORE);
    },
  );

  test('and it is the last, that tidies up, all is done', () => {
    expect(() => {
      replaceAll(root, REPLACEMENTS, failing(LAST, true));
    }).toThrow('The disk fails.');
    expect(undoUnfinished(root)).toBe(false);
    expect(files()).toEqual(AFTER);
  });

  test('and undoing fails at any step, undoing again puts everything back', () => {
    for (let step = 1; step < 8; step++) {
      expect(() => {
        replaceAll(root, REPLACEMENTS, failing(STEPS - 1, true));
      }).toThrow();
      try {
        undoUnfinished(root, failing(step, true));
      } catch {
        undoUnfinished(root);
      }
      expect(files()).toEqual(BEFORE);
    }
  });
});

test('what was changed since is not undone', () => {
  expect(() => {
    replaceAll(root, REPLACEMENTS, failing(14, true));
  }).toThrow();
  fs.writeFileSync(join(root, 'a.md'), 'by hand');
  expect(() => undoUnfinished(root)).toThrow('`a.md` has been changed since');
  expect(fs.readFileSync(join(root, 'a.md'), 'utf8')).toBe('by hand');
  fs.rmSync(join(root, '.changing'), { recursive: true });
});

test('nothing is written where a file is not as it was read, or is a link', () => {
  fs.writeFileSync(join(root, 'b.md'), 'by hand');
  expect(() => {
    replaceAll(root, REPLACEMENTS);
  }).toThrow('`b.md` has changed meanwhile');
  fs.rmSync(join(root, 'b.md'));
  fs.symlinkSync('other.md', join(root, 'b.md'));
  expect(() => {
    replaceAll(root, REPLACEMENTS);
  }).toThrow('is no file of its own');
  expect(fs.readFileSync(join(root, 'a.md'), 'utf8')).toBe(BEFORE['a.md']);
});
