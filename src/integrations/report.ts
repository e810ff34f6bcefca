import { styleText } from 'node:util';
import { type Problem, RULES } from '../series/problem.ts';
import { type Remark, type Severity, severityOf } from '../series/remark.ts';

const COLOURS = { error: 'red', warning: 'yellow', note: 'blue' } as const;

/** Problems as a person reads them: grouped by file, each with its place, rule, message and hint. */
export function reportProblems(
  problems: readonly (Problem | Remark)[],
  { colour }: { readonly colour: boolean },
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const groups = Map.groupBy(problems, ({ file }) => file);
  const sections = [...groups].map(([file, group]) => {
    const entries = group.map((problem) => {
      const { place, rule, message, hint } = problem;
      const severity = severityOf(problem);
      const kind = paint(COLOURS[severity], severity);
      const where = paint('cyan', `${file}:${place.line}:${place.column}`);
      return `  ${where}  ${kind}  ${rule}\n    ${message}\n    ${paint('dim', hint)}`;
    });
    return `${paint('bold', file)}\n${entries.join('\n')}`;
  });
  const why = explanation(problems);
  return [...sections, ...(why === undefined ? [] : [paint('dim', why)]), summary(problems)].join('\n\n');
}

/** Where an author reads what these rules are for; undefined where none is in the guide. */
function explanation(problems: readonly { readonly rule: string }[]): string | undefined {
  const known = problems.filter(({ rule }) => Object.hasOwn(RULES, rule));
  const [rule, ...others] = new Set(known.map((problem) => problem.rule));
  if (rule === undefined) return undefined;
  return others.length === 0
    ? `Why, and how to mend it: docs/authoring.md#${rule}`
    : 'Why, and how to mend it: docs/authoring.md#rules, under the name of each rule';
}

/** Counts errors and warnings, and notes where there are any: `2 errors, 1 warning`. */
export function summary(problems: readonly (Problem | Remark)[]): string {
  const numbers = countBySeverity(problems);
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const counts = [count(numbers.error, 'error'), count(numbers.warning, 'warning')];
  return [...counts, ...(numbers.note > 0 ? [count(numbers.note, 'note')] : [])].join(', ');
}

export function countBySeverity(told: readonly (Problem | Remark)[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const entry of told) counts[severityOf(entry)]++;
  return counts;
}
