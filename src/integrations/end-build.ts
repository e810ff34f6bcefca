import type { AstroIntegrationLogger } from 'astro';
import { isWarning, type Problem } from '../series/problem.ts';
import { reportProblems, summary } from './report.ts';

/** Ends the build when there is more than warnings. */
export function endAtProblems(problems: readonly Problem[], logger: AstroIntegrationLogger): void {
  if (problems.length === 0) return;
  const colour = process.stderr.isTTY && process.stderr.hasColors();
  const text = reportProblems(problems, { colour });
  if (!problems.every(isWarning)) end(`${text}. Nothing was built.`);
  logger.warn(`${summary(problems)}\n\n${text}`);
}

/** Ends the process: an error thrown from a hook would reach the author below words of Astro's own. */
export function end(why: string): never {
  process.stderr.write(`\n${why}\n`);
  process.exit(1);
}
