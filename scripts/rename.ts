import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { undoUnfinished } from '../src/integrations/all-or-nothing.ts';
import { filesBelow } from '../src/integrations/files-below.ts';
import { openLedger } from '../src/integrations/ledger-file.ts';
import { ProjectReader } from '../src/integrations/project-reader.ts';
import { uncommitted } from '../src/integrations/uncommitted.ts';
import { planRenaming, type Renaming } from '../src/markdown/renaming.ts';
import type { Ledger } from '../src/series/ledger.ts';
import { type Move, movesFor } from '../src/series/renumbering.ts';
import { readSources, writeChanges } from './change-files.ts';
import {
  type Given,
  ROOT_OPTION,
  rootOf,
  runCommand,
  say,
  setting,
  siteSettings,
  WrongCall,
} from './command-line.ts';
import { textDiff } from './text-diff.ts';

const HELP = `Gives an article another name, and every link to it the new one.
Usage: npm run rename -- OLD NEW [options]

  npm run rename -- attention llm5    a name that is free
  npm run rename -- llm9 llm3         a part that there is: llm9 is inserted before it, and llm3 and those
                                      behind it move up by one, up to a free number

  --dry-run   show what would change, and change nothing
  --force     also change files with changes that are in no commit
  --json      tell what is done for other tools
  --root DIR  in the project in DIR
  --help      this text

Links keep their form (\`./llm2.mdx#x\` becomes \`./llm3.mdx#x\`), and all else stays byte for byte. The old
address leads on: it is added to \`aliases\` in the article's front matter, unless the article is a draft or
another article has that address now. An alias that is now an article's address is taken out.
All is done or nothing: what was interrupted is undone by the next \`npm run rename\`.

JSON is one object: version (1), dryRun, moves and files (lists of objects with from and to), links (how many),
added and removed (aliases, objects with alias and file), and problems (what is wrong now that was not).

Exit code: 0 when it is done, 1 when it cannot be, 2 for wrong arguments.
`;

const OPTIONS = {
  ...ROOT_OPTION,
  'dry-run': { type: 'boolean' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

function main(given: Given<typeof OPTIONS>, [from, to]: readonly string[]): number {
  const root = rootOf(given);
  if (from === undefined || to === undefined)
    throw new WrongCall('Two names are needed, the old and the new: `npm run rename -- llm2 llm3`.');
  if (!existsSync(resolve(root, 'articles'))) throw new WrongCall(`${root} has no folder \`articles\`.`);
  if (undoUnfinished(root) && !given.json) say('An earlier renaming was interrupted; it is undone.');
  const { project } = new ProjectReader(root, siteSettings()).read();
  const moves = setting(() => movesFor(project.articles, [from, to]));
  const renaming = planRenaming(
    {
      project,
      files: filesBelow(resolve(root, 'articles')).map((path) => `articles/${path}`),
      sources: readSources(
        root,
        project.articles.map(({ file }) => file),
      ),
    },
    moves,
  );
  const { ledger } = openLedger(root);
  if (!given.force) refuseMixing(root, renaming);
  const isDry = given['dry-run'] ?? false;
  if (!isDry) writeChanges(root, renaming.files);
  if (given.json) say(asJson(renaming, moves, isDry));
  else tell({ renaming, moves, isDry, ledger });
  return 0;
}

function refuseMixing(root: string, { files }: Renaming): void {
  const paths = new Set(files.flatMap(({ from, to }) => [from, to]));
  const mixed = uncommitted(root, [...paths]);
  if (mixed.length === 0) return;
  const names = mixed.map((file) => `  ${file}`).join('\n');
  throw new Error(
    `Nothing is written: these files have changes that are in no commit.\n${names}\nCommit them first, or add \`--force\`.`,
  );
}

interface Told {
  readonly renaming: Renaming;
  readonly moves: readonly Move[];
  readonly isDry: boolean;
  readonly ledger: Ledger;
}

function tell({ renaming, moves, isDry, ledger }: Told): void {
  const { files, links, added, removed, problems } = renaming;
  if (isDry) for (const change of files) say(textDiff(change));
  for (const { from, to } of moves) say(`${isDry ? 'Would move' : 'Moved'} ${from.file} to ${to.file}.`);
  if (links > 0) say(`${isDry ? 'Would change' : 'Changed'} ${links === 1 ? '1 link' : `${links} links`}.`);
  for (const { alias, file } of added) say(`/${alias}/ leads on, as \`aliases\` in ${file} says.`);
  for (const { alias, file } of removed) say(`${file} has no alias \`${alias}\` any more: it is an address.`);
  for (const entry of goneFrom(ledger, moves)) {
    say(
      `ledger.json knows /${entry} as another article's: take it out with \`npm run ledger -- remove ${entry}\`.`,
    );
  }
  for (const { file, message, hint } of problems) say(`Now wrong in ${file}: ${message} ${hint}`);
  if (isDry) say('Nothing is written.');
}

/** Addresses that were published for one article, and are another's now: a build asks for all that they had. */
function goneFrom(ledger: Ledger, moves: readonly Move[]): string[] {
  const left = new Set(moves.map(({ from }) => from.slug));
  return moves
    .map(({ to }) => to.slug)
    .filter((slug) => left.has(slug) && (ledger.get(`${slug}/`) ?? []).length > 0)
    .map((slug) => `${slug}/`);
}

function asJson({ files, ...rest }: Renaming, moves: readonly Move[], dryRun: boolean): string {
  const names = moves.map(({ from, to }) => ({ from: from.file, to: to.file }));
  const changed = files.map(({ from, to }) => ({ from, to }));
  return JSON.stringify({ version: 1, dryRun, moves: names, files: changed, ...rest }, undefined, 2);
}

await runCommand({ name: 'npm run rename', help: HELP, options: OPTIONS, most: 2, run: main });
