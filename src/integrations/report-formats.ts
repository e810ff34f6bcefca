import type { Problem } from '../series/problem.ts';
import { type Remark, type Severity, severityOf } from '../series/remark.ts';
import { countBySeverity } from './report.ts';

/** The version of what `reportJson` writes: another one when something in it changes its meaning. */
const JSON_VERSION = 1;

/**
 * Problems for other tools, as one object: `version`, `articles` (how many were checked), `errors`,
 * `warnings`, `notes`, and `problems`, each with `file`, `line`, `column` (from 1, in UTF-16 code
 * units), `severity`, `rule`, `message` and `hint`, and `replacement` where exactly one address is right.
 */
export function reportJson(problems: readonly (Problem | Remark)[], articles: number): string {
  const { error, warning, note } = countBySeverity(problems);
  const entries = problems.map((problem) => ({
    file: problem.file,
    ...problem.place,
    severity: severityOf(problem),
    rule: problem.rule,
    message: problem.message,
    hint: problem.hint,
    ...('replacement' in problem && { replacement: problem.replacement }),
  }));
  const report = {
    version: JSON_VERSION,
    articles,
    errors: error,
    warnings: warning,
    notes: note,
    problems: entries,
  };
  return JSON.stringify(report, undefined, 2);
}

const ANNOTATIONS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * Problems as annotations of a pull request, one a line:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function reportGithub(problems: readonly (Problem | Remark)[]): string {
  return problems
    .map((problem) => {
      const { file, place, rule, message, hint } = problem;
      const properties = { file, line: String(place.line), col: String(place.column), title: rule };
      const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
      return `::${ANNOTATIONS[severityOf(problem)]} ${written.join(',')}::${escapeData(`${message}\n${hint}`)}`;
    })
    .join('\n');
}

/** The runner takes these for the ends of a line and of a property, so they are percent-encoded. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
