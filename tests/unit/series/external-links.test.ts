import { expect, test } from 'vitest';
import { type Answer, externalLinks, linkRemarks, unlessCutOff } from '../../../src/series/external-links.ts';
import { projectOf } from '../../support/articles.ts';

const PROJECT = projectOf({
  articles: {
    'a.md':
      '# A\n\n[x](https://example.org/) [y](./b) [z](mailto:a@example.org)\n\n[r]: https://example.org/\n\n[own](https://site.example/blog/b/) [z][r]\n',
    'b.md': '---\ndraft: true\n---\n\n# B\n\n<https://example.org/#x>\n',
  },
});

test('links to pages of other sites are collected, each with all of its places', () => {
  expect(externalLinks(PROJECT)).toEqual([
    {
      url: 'https://example.org/',
      at: [
        { file: 'articles/a.md', place: { line: 3, column: 1 } },
        { file: 'articles/a.md', place: { line: 5, column: 1 } },
      ],
    },
    { url: 'https://example.org/#x', at: [{ file: 'articles/b.md', place: { line: 7, column: 1 } }] },
  ]);
});

test('what was answered is told at each place, and nothing of what is there', () => {
  const links = [
    { url: 'a', at: [1, 2].map((line) => ({ file: 'f', place: { line, column: 1 } })) },
    ...['b', 'c', 'd', 'e'].map((url) => ({ url, at: [{ file: 'f', place: { line: 9, column: 1 } }] })),
  ];
  const remarks = linkRemarks(
    links,
    new Map([
      ['a', { kind: 'dead', why: 'it is gone' }],
      ['b', { kind: 'moved', to: 'new' }],
      ['c', { kind: 'silent', why: 'it is slow' }],
      ['d', { kind: 'there' }],
    ]),
  );
  expect(remarks.map(({ rule, message, place }) => `${place.line} ${rule} ${message}`)).toEqual([
    '1 dead-link `a` leads to nothing: it is gone.',
    '2 dead-link `a` leads to nothing: it is gone.',
    '9 moved-link `b` has moved for good.',
    '9 silent-link `c` did not say whether it is there: it is slow.',
  ]);
  expect(remarks[2]?.hint).toBe('Write `new`.');
});

test('links are not called dead where this machine knows no host at all', () => {
  const unknown = { kind: 'dead', why: 'x', isHostUnknown: true } as const;
  const silent = { kind: 'silent', why: 'this machine reaches no host at all' };
  expect([
    ...unlessCutOff(
      new Map([
        ['a', unknown],
        ['b', unknown],
      ]),
    ).values(),
  ]).toEqual([silent, silent]);
  const some = new Map<string, Answer>([
    ['a', unknown],
    ['b', { kind: 'there' }],
  ]);
  expect(unlessCutOff(some)).toBe(some);
});
