import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RULES, type RuleId } from '../../src/series/problem.ts';
import { type ExampleFile, examplesIn } from './example.ts';

/** A rule as an author is told of it. */
export interface ExplainedRule {
  readonly rule: RuleId;
  /** What breaks it. */
  readonly what: string;
  /** Why there is this rule. */
  readonly why: string;
  /** What to do about it. */
  readonly mend: string;
  /** Files of a project that break this rule and no other. */
  readonly wrong: readonly ExampleFile[];
  /** The same files, as they should be. */
  readonly right: readonly ExampleFile[];
}

const FOLDER = resolve(import.meta.dirname, '../../docs/source/rules');

/** Every rule, by id. Throws where one is not explained in `docs/source/rules/`. */
export function explainedRules(): ExplainedRule[] {
  return Object.entries(RULES).map(([id, what]) => explain(id as RuleId, what));
}

/**
 * Why, wrong files, how to mend them, right files: in this order; or only why and how to mend it, each a
 * paragraph, where no short text can show it.
 */
function explain(rule: RuleId, what: string): ExplainedRule {
  const text = readFileSync(resolve(FOLDER, `${rule}.md`), 'utf8');
  const { files, between } = examplesIn(text);
  const [why = '', mend = '', ...others] = files.length > 0 ? between : text.trim().split('\n\n');
  const wrong = files.filter(({ kind }) => kind === 'wrong');
  const right = files.filter(({ kind }) => kind === 'right');
  const isWhole = wrong.length > 0 === right.length > 0 && wrong.length + right.length === files.length;
  if (why === '' || mend === '' || others.length > 0 || !isWhole)
    throw new Error(
      `docs/source/rules/${rule}.md: it must be why, a wrong example, what to do, and a right one.`,
    );
  return { rule, what, why, mend, wrong, right };
}
