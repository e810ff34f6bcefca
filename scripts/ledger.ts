import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage } from '../src/finishing/page-tree.ts';
import { filesBelow } from '../src/integrations/files-below.ts';
import { compareWithLedger, openLedger } from '../src/integrations/ledger-file.ts';
import { readPage } from '../src/integrations/output-page.ts';
import { withoutEntry, writeLedger } from '../src/series/ledger.ts';
import { chosen, ROOT_OPTION, rootOf, runCommand, say, WrongCall } from './command-line.ts';

const HELP = `Keeps ledger.json, the list of all addresses and anchors that were published. A build that has
lost one of them fails.

  npm run ledger                    tell what dist/ has that the ledger has not, and what is gone
  npm run ledger -- record          add what dist/ has, after it was published
  npm run ledger -- remove ENTRY    take out an address (llm2/) or an anchor (llm1/#title) that is gone for good
  npm run ledger -- --root DIR …    for the project in DIR

Exit code: 0 when it is done or there is nothing to do, 1 when something is gone or an entry does not
exist, 2 for wrong arguments.
`;

const ACTIONS = ['show', 'record', 'remove'] as const;

function main(root: string, [name = 'show', entry]: readonly string[]): number {
  const action = chosen(name, ACTIONS, 'What to do must be');
  if (action === 'remove') {
    if (entry === undefined) throw new WrongCall('`remove` needs an address or an anchor after it.');
    return remove(root, entry);
  }
  if (entry !== undefined) throw new WrongCall(`\`${action}\` takes nothing; \`${entry}\` is too much.`);
  return action === 'record' ? record(root) : show(root);
}

function compared(root: string): ReturnType<typeof compareWithLedger> {
  const dist = join(root, 'dist');
  const files = filesBelow(dist);
  if (files.length === 0) throw new WrongCall('There is no dist/: run `npm run build` first.');
  const pages = files.filter((name) => name.endsWith('.html'));
  const read = (name: string) => readPage(parsePage(readFileSync(join(dist, name), 'utf8')));
  const lasting = files.filter((name) => !/\.(br|gz)$/.test(name));
  return compareWithLedger(root, lasting, new Map(pages.map((name) => [name, read(name)])));
}

function show(root: string): number {
  const { findings, added } = compared(root);
  for (const entry of added) say(`new   ${entry}`);
  for (const finding of findings) say(`gone  ${finding}`);
  if (added.length + findings.length === 0) say('The ledger has all that is published.');
  return findings.length > 0 ? 1 : 0;
}

function record(root: string): number {
  const { ledger, added } = compared(root);
  if (added.length > 0) writeFileSync(openLedger(root).path, writeLedger(ledger));
  say(
    added.length > 0
      ? `Recorded in ledger.json:\n${added.map((entry) => `  ${entry}`).join('\n')}`
      : 'Nothing is new.',
  );
  return 0;
}

function remove(root: string, entry: string): number {
  const { ledger, path } = openLedger(root);
  const rest = withoutEntry(ledger, entry);
  if (rest) writeFileSync(path, writeLedger(rest));
  say(rest ? `Took ${entry} out of ledger.json.` : `ledger.json has no ${entry}.`);
  return rest ? 0 : 1;
}

await runCommand({
  name: 'npm run ledger',
  help: HELP,
  options: ROOT_OPTION,
  most: 2,
  run: (given, rest) => main(rootOf(given), rest),
});
