import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import type { ProjectState } from '../src/integrations/project-reader.ts';
import type { Problem } from '../src/series/problem.ts';
import type { Remark } from '../src/series/remark.ts';
import type { checkExternal } from './external-links.ts';
import type { checkSpelling } from './spelling.ts';
import {
  type Given,
  hasColours,
  ROOT_OPTION,
  rootOf,
  runCommand,
  say,
  siteSettings,
  WrongCall,
} from './command-line.ts';

// What is compiled once need not be again: it is a tenth of a second from the second run on.
enableCompileCache();
const { ProjectReader } = await import('../src/integrations/project-reader.ts');
const { reportProblems } = await import('../src/integrations/report.ts');
const { reportGithub, reportJson } = await import('../src/integrations/report-formats.ts');
const { sortProblems } = await import('../src/series/problem.ts');
const { severityOf } = await import('../src/series/remark.ts');

const HELP = `Checks all articles without building the site.
Usage: npm run check -- [options]

  --fix            write what has exactly one right answer: a link or a picture with other capitals, without
                   its extension, or with a slip where only one thing is near. Shows each change, leaves all
                   else byte for byte, checks again, and tells what is left
  --dry-run        with --fix, only show the changes
  --spelling       also tell words that are in no dictionary. Code, quotations, addresses and articles in
                   another language are left alone; dictionary.txt has the project's own words, one a line
  --external       also ask other sites whether what is linked to is there: gently, and not again within a
                   week for what was there. The answers are kept in node_modules/.astro/external-links.json
  --fresh          with --external, ask for everything anew
  --strict         with --external, fail when a link is dead
  --format FORMAT  text (as it is), json (for other tools), github (annotations of a pull request)
  --root DIR       check the project in DIR
  --help           this text

JSON is one object: version (1), articles, errors, warnings, notes, and problems, a list of objects with
file, line, column, severity (error, warning, note), rule, message and hint, and replacement where exactly
one address is right. With json and github, --fix shows its changes on the standard error stream.
Paths are relative to the working directory; with github, to the repository.

Exit code: 0 when nothing is in the way of a build, 1 when something is (or a link is dead, with --strict),
2 for wrong arguments or settings.
`;

const OPTIONS = {
  ...ROOT_OPTION,
  format: { type: 'string', choices: ['text', 'json', 'github'] },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  spelling: { type: 'boolean' },
  external: { type: 'boolean' },
  fresh: { type: 'boolean' },
  strict: { type: 'boolean' },
} as const;

/** Where Astro keeps things, too, so that a build need not read what a check has read. */
const CACHE = 'node_modules/.astro';

type Told = Problem | Remark;

async function main(given: Given<typeof OPTIONS>): Promise<number> {
  const root = rootOf(given);
  if (!existsSync(resolve(root, 'articles'))) throw new WrongCall(`${root} has no folder \`articles\`.`);
  const needless = (['fresh', 'strict'] as const).find((name) => given[name] && !given.external);
  if (needless !== undefined)
    throw new WrongCall(`\`--${needless}\` says how \`--external\` works, which is not given.`);
  if (given['dry-run'] && !given.fix)
    throw new WrongCall('`--dry-run` says how `--fix` works, which is not given.');
  const reader = new ProjectReader(root, siteSettings(), resolve(root, CACHE));
  if (given.fix) await mendAll(reader.read(), root, given);
  const state = reader.read();
  const remarks = [
    ...(given.spelling ? await inSpelling(state, root) : []),
    ...(given.external ? await inExternalLinks(state, resolve(root, CACHE), given.fresh ?? false) : []),
  ];
  const told = sortProblems<Told>([...state.problems, ...remarks]);
  report(told, { root, format: given.format ?? 'text', articles: state.project.articles.length });
  const isFailing = (problem: Told) =>
    severityOf(problem) === 'error' || (given.strict === true && problem.rule === 'dead-link');
  return told.some(isFailing) ? 1 : 0;
}

// These are loaded where they are asked for: a check is run often, and shall be quick.
const inSpelling: typeof checkSpelling = async (...args) =>
  (await import('./spelling.ts')).checkSpelling(...args);
const inExternalLinks: typeof checkExternal = async (...args) =>
  (await import('./external-links.ts')).checkExternal(...args);

async function mendAll(state: ProjectState, root: string, given: Given<typeof OPTIONS>): Promise<void> {
  const { mend, mendings } = await import('./mend.ts');
  const isText = (given.format ?? 'text') === 'text';
  const show = (text: string) => {
    if (isText) say(text);
    else process.stderr.write(`${text}\n`);
  };
  mend(root, mendings(state, root), { isDry: given['dry-run'] ?? false, show });
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

await runCommand({ name: 'npm run check', help: HELP, options: OPTIONS, run: main });
