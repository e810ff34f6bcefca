import { expect, test } from 'vitest';
import { reportProblems } from '../../../src/integrations/report.ts';
import type { Problem, RuleId } from '../../../src/series/problem.ts';

function problem(file: string, rule: RuleId): Problem {
  return { rule, file, place: { line: 3, column: 1 }, message: 'It is wrong.', hint: 'Mend it.' };
}

test('tells each problem by file, where its rule is explained, and how many there are', () => {
  expect(reportProblems([problem('articles/a.md', 'missing-article')], { colour: false })).toBe(
    `articles/a.md
  articles/a.md:3:1  error  missing-article
    It is wrong.
    Mend it.

Why, and how to mend it: docs/authoring.md#missing-article

1 error, 0 warnings`,
  );
});

test('says where rules are explained once, whatever number of them is broken', () => {
  const problems = [
    problem('articles/a.md', 'missing-article'),
    problem('articles/b.md', 'picture-alt'),
    problem('articles/b.md', 'missing-article'),
  ];
  const lines = reportProblems(problems, { colour: false }).split('\n');
  expect(lines.filter((line) => line.includes('docs/authoring.md'))).toEqual([
    'Why, and how to mend it: docs/authoring.md#rules, under the name of each rule',
  ]);
  expect(lines.at(-1)).toBe('2 errors, 1 warning');
});

test('does not lead to the guide for what is not in it', () => {
  const unknown = { ...problem('articles/a.md', 'missing-article'), rule: 'other' as RuleId };
  expect(reportProblems([unknown], { colour: false })).not.toContain('docs/authoring.md');
});
