import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startAhead } from '../src/integrations/reading-workers.ts';
import { type Given, ROOT_OPTION, rootOf, runCommand, WrongCall } from './command-line.ts';
import { startQuickly } from '../src/integrations/start-quickly.ts';

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

async function main(given: Given<typeof OPTIONS>): Promise<number> {
  const root = rootOf(given);
  const cache = resolve(root, CACHE);
  if (!existsSync(resolve(root, 'articles'))) throw new WrongCall(`${root} has no folder \`articles\`.`);
  const needless = (['fresh', 'strict'] as const).find((name) => given[name] && !given.external);
  if (needless !== undefined)
    throw new WrongCall(`\`--${needless}\` says how \`--external\` works, which is not given.`);
  if (given['dry-run'] && !given.fix)
    throw new WrongCall('`--dry-run` says how `--fix` works, which is not given.');
  // First: settings of the engine are for its threads, too.
  startQuickly();
  startAhead(root, cache);
  const { check } = await import('./checking.ts');
  return check({ root, cache, ...given });
}

await runCommand({ name: 'npm run check', help: HELP, options: OPTIONS, run: main });
