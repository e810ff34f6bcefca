import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

// What is compiled once need not be again: it is a tenth of a second from the second run on.
enableCompileCache();
const { ProjectReader } = await import('../src/integrations/project-reader.ts');
const { reportProblems } = await import('../src/integrations/report.ts');
const { isWarning } = await import('../src/series/problem.ts');
const { parseSiteAddress } = await import('../src/series/site-address.ts');
const { site } = await import('../src/site.ts');

const HELP = `Checks all articles without building the site.

  npm run check                  check this project
  npm run check -- --root DIR    check the project in DIR

Exit code: 0 when nothing is wrong but warnings, 1 when something is, 2 for wrong arguments.
`;

/** Where Astro keeps things, too, so that a build need not read what a check has read. */
const ASTRO_CACHE = 'node_modules/.astro';

function main(args: readonly string[]): number {
  const { root, help } = readArguments(args);
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!existsSync(resolve(root, 'articles'))) {
    process.stderr.write(`${root} has no folder \`articles\`.\n\n${HELP}`);
    return 2;
  }
  const address = parseSiteAddress(process.env, site.origin);
  const { project, problems } = new ProjectReader(root, address, resolve(root, ASTRO_CACHE)).read();
  if (problems.length > 0) {
    const colour = process.stdout.isTTY && process.stdout.hasColors();
    process.stdout.write(`${reportProblems(problems, { colour })}\n`);
  }
  const isWrong = problems.some((problem) => !isWarning(problem));
  if (!isWrong)
    process.stdout.write(`${counted(project.articles.length)} checked: nothing is in the way of a build.\n`);
  return isWrong ? 1 : 0;
}

function counted(articles: number): string {
  return articles === 1 ? '1 article' : `${articles} articles`;
}

function readArguments(args: readonly string[]): { root: string; help: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: { root: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  return { root: resolve(values.root ?? resolve(import.meta.dirname, '..')), help: values.help ?? false };
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
