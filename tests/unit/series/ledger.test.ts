import { describe, expect, test } from 'vitest';
import {
  lostFrom,
  publishedAddresses,
  readLedger,
  recorded,
  withoutEntry,
  writeLedger,
} from '../../../src/series/ledger.ts';

const ledger = new Map([
  ['/', []],
  ['llm1/', ['title', 'one']],
]);

test('is written in an order of its own, and read again as it was', () => {
  const text = writeLedger(new Map([...ledger, ['a.pdf', []]]));
  expect(text).toBe('{\n  "/": [],\n  "a.pdf": [],\n  "llm1/": [\n    "one",\n    "title"\n  ]\n}\n');
  expect([...readLedger(text)]).toEqual([
    ['/', []],
    ['a.pdf', []],
    ['llm1/', ['one', 'title']],
  ]);
});

test.each([['[]'], ['null'], ['{"a": "b"}'], ['{"a": [1]}']])('is not %s', (text) => {
  expect(() => readLedger(text)).toThrow('It must be an object of lists of anchors, by address.');
});

test('tells addresses and anchors that are gone', () => {
  expect(lostFrom(ledger, new Map([['llm1/', ['title']]]))).toEqual([
    { address: '/', anchor: undefined },
    { address: 'llm1/', anchor: 'one' },
  ]);
  expect(lostFrom(ledger, new Map([...ledger, ['more/', []]]))).toEqual([]);
});

test('takes in what is new, and keeps what it has', () => {
  const { ledger: merged, added } = recorded(
    ledger,
    new Map([
      ['llm1/', ['one', 'two']],
      ['llm2/', ['x']],
    ]),
  );
  expect(added).toEqual(['llm1/#two', 'llm2/']);
  expect(Object.fromEntries(merged)).toEqual({ '/': [], 'llm1/': ['title', 'one', 'two'], 'llm2/': ['x'] });
});

describe('an entry taken out', () => {
  test('is an address with its anchors, or one anchor', () => {
    expect([...(withoutEntry(ledger, 'llm1/') ?? [])]).toEqual([['/', []]]);
    expect(withoutEntry(ledger, 'llm1/#one')?.get('llm1/')).toEqual(['title']);
  });

  test.each([['nowhere/'], ['llm1/#nowhere'], ['']])('must be there: %s', (entry) => {
    expect(withoutEntry(ledger, entry)).toBeUndefined();
  });
});

test('holds what is published under a name that lasts', () => {
  const files = [
    'index.html',
    '404.html',
    'a/index.html',
    '_astro/x.js',
    '.nojekyll',
    '_headers',
    'sw.js',
    'f.pdf',
  ];
  expect([...publishedAddresses(files, new Map([['a/index.html', ['t']]]))]).toEqual([
    ['/', []],
    ['a/', ['t']],
    ['f.pdf', []],
  ]);
});
