import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { ProjectReader, type ProjectState } from '../src/integrations/project-reader.ts';
import { reportProblems } from '../src/integrations/report.ts';
import { reportGithub, reportJson } from '../src/integrations/report-formats.ts';
import { type Problem, sortProblems } from '../src/series/problem.ts';
import { type Remark, severityOf } from '../src/series/remark.ts';
import { hasColours, say, siteSettings } from './command-line.ts';
import type { checkExternal } from './external-links.ts';
import type { checkSpelling } from './spelling.ts';

/** What is asked of a check, as its options say. */
export interface Asked {
  readonly root: string;
  readonly cache: string;
  readonly format?: string;
  readonly fix?: boolean;
  readonly 'dry-run'?: boolean;
  readonly spelling?: boolean;
  readonly external?: boolean;
  readonly fresh?: boolean;
  readonly strict?: boolean;
}

type Told = Problem | Remark;

/** Checks a project, prints what there is to tell, and gives the exit code. */
export async function check(asked: Asked): Promise<number> {
  const { root, cache } = asked;
  const reader = new ProjectReader(root, siteSettings(), cache);
  if (asked.fix) await mendAll(reader.read(), asked);
  const state = reader.read();
  const remarks = [
    ...(asked.spelling ? await inSpelling(state, root) : []),
    ...(asked.external ? await inExternalLinks(state, cache, asked.fresh ?? false) : []),
  ];
  const told = sortProblems<Told>([...state.problems, ...remarks]);
  report(told, { root, format: asked.format ?? 'text', articles: state.project.articles.length });
  const isFailing = (problem: Told) =>
    severityOf(problem) === 'error' || (asked.strict === true && problem.rule === 'dead-link');
  return told.some(isFailing) ? 1 : 0;
}

// These are loaded where they are asked for: a check is run often, and shall be quick.
const inSpelling: typeof checkSpelling = async (...args) =>
  (await import('./spelling.ts')).checkSpelling(...args);
const inExternalLinks: typeof checkExternal = async (...args) =>
  (await import('./external-links.ts')).checkExternal(...args);

async function mendAll(state: ProjectState, { root, ...asked }: Asked): Promise<void> {
  const { mend, mendings } = await import('./mend.ts');
  const isText = (asked.format ?? 'text') === 'text';
  const show = (text: string) => {
    if (isText) say(text);
    else process.stderr.write(`${text}\n`);
  };
  mend(root, mendings(state, root), { isDry: asked['dry-run'] ?? false, show });
}

/** Paths are told from where one stands; a code host knows those from the root of the repository only. */
function report(told: readonly Told[], { root, format, articles }: Reporting): void {
  const from = format === 'github' ? repositoryOf(root) : process.cwd();
  const placed = told.map((one) => ({
    ...one,
    file: relative(from, resolve(root, one.file)).split(sep).join('/'),
  }));
  if (format === 'json') say(reportJson(placed, articles));
  if (format === 'github' && placed.length > 0) say(reportGithub(placed));
  if (format !== 'text') return;
  if (placed.length > 0) say(reportProblems(placed, { colour: hasColours(process.stdout) }));
  if (told.some((one) => 'replacement' in one))
    say('\nWhat has exactly one right answer, `npm run check -- --fix` writes.');
  if (told.some((one) => severityOf(one) === 'error')) return;
  say(`${articles === 1 ? '1 article' : `${articles} articles`} checked: nothing is in the way of a build.`);
}

interface Reporting {
  readonly root: string;
  readonly format: string;
  readonly articles: number;
}

function repositoryOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(resolve(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  }
}
