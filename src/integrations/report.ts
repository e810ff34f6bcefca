import { styleText } from 'node:util';
import { isWarning, type Problem, RULES } from '../series/problem.ts';

/** Problems as a person reads them: grouped by file, each with its place, rule, message and hint. */
export function reportProblems(
  problems: readonly Problem[],
  { colour }: { readonly colour: boolean },
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const groups = Map.groupBy(problems, ({ file }) => file);
  const sections = [...groups].map(([file, group]) => {
    const entries = group.map((problem) => {
      const { place, rule, message, hint } = problem;
      const isOnlyWarning = isWarning(problem);
      const kind = paint(isOnlyWarning ? 'yellow' : 'red', isOnlyWarning ? 'warning' : 'error');
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

/** Counts errors and warnings: `2 errors, 1 warning`. */
export function summary(problems: readonly Problem[]): string {
  const warnings = problems.filter(isWarning).length;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(problems.length - warnings, 'error')}, ${count(warnings, 'warning')}`;
}
