import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainedRules } from '../../../scripts/guide/explained-rules.ts';
import { problemsOfExample } from '../../../scripts/guide/example.ts';
import { type RuleId, RULES } from '../../../src/series/problem.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');

test('explains every rule, and none that there is not', () => {
  const names = readdirSync(resolve(PROJECT, 'docs/source/rules'));
  expect(names.toSorted()).toEqual(
    Object.keys(RULES)
      .map((rule) => `${rule}.md`)
      .toSorted(),
  );
});

/** What no short text can break. */
const WITHOUT_EXAMPLE: readonly RuleId[] = ['article-size', 'deep-nesting', 'duplicate-file', 'outside-link'];

const examples = explainedRules().filter(({ rule }) => !WITHOUT_EXAMPLE.includes(rule));

describe.each(examples)('the rule $rule', ({ rule, wrong, right }) => {
  test('is broken by its wrong example, and no other rule is', () => {
    const rules = problemsOfExample(wrong).map((problem) => problem.rule);
    expect([...new Set(rules)]).toEqual([rule]);
  });

  test('is kept by its right example, as are all others', () => {
    expect(problemsOfExample(right)).toEqual([]);
  });
});
