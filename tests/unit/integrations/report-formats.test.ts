import { expect, test } from 'vitest';
import { reportGithub, reportJson } from '../../../src/integrations/report-formats.ts';
import type { Problem } from '../../../src/series/problem.ts';
import type { Remark } from '../../../src/series/remark.ts';

const TOLD: readonly (Problem | Remark)[] = [
  {
    rule: 'missing-article',
    file: 'articles/50%,a:b.md',
    place: { line: 3, column: 7 },
    message: 'There is no `100%`:\r\nreally.',
    hint: 'Write another.',
  },
  { rule: 'picture-alt', file: 'articles/b.md', place: { line: 1, column: 1 }, message: 'M', hint: 'H' },
  { rule: 'spelling', file: 'articles/b.md', place: { line: 2, column: 1 }, message: 'M', hint: 'H' },
];

test('annotations are one a line, whatever the file and the message have in them', () => {
  expect(reportGithub(TOLD).split('\n')).toEqual([
    '::error file=articles/50%25%2Ca%3Ab.md,line=3,col=7,title=missing-article::There is no `100%25`:%0D%0Areally.%0AWrite another.',
    '::warning file=articles/b.md,line=1,col=1,title=picture-alt::M%0AH',
    '::notice file=articles/b.md,line=2,col=1,title=spelling::M%0AH',
  ]);
});

test('nothing wrong is no annotation', () => {
  expect(reportGithub([])).toBe('');
});

test('JSON has counts, and each problem with its place', () => {
  expect(JSON.parse(reportJson(TOLD, 2))).toEqual({
    version: 1,
    articles: 2,
    errors: 1,
    warnings: 1,
    notes: 1,
    problems: [
      {
        file: 'articles/50%,a:b.md',
        line: 3,
        column: 7,
        severity: 'error',
        rule: 'missing-article',
        message: 'There is no `100%`:\r\nreally.',
        hint: 'Write another.',
      },
      {
        file: 'articles/b.md',
        line: 1,
        column: 1,
        severity: 'warning',
        rule: 'picture-alt',
        message: 'M',
        hint: 'H',
      },
      {
        file: 'articles/b.md',
        line: 2,
        column: 1,
        severity: 'note',
        rule: 'spelling',
        message: 'M',
        hint: 'H',
      },
    ],
  });
});
