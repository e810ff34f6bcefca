import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { parseArticleName } from '../src/series/article-name.ts';
import { bookName } from '../src/series/books.ts';
import { provideBrowser } from './browser.ts';
import { chosen, type Given, runCommand, say, WrongCall } from './command-line.ts';

const HELP = `Makes a book of each series: an EPUB and a PDF, in book/.

  npm run book                    all series of this project
  npm run book -- llm             the series of llm0, llm1 and so on
  npm run book -- --epub          the EPUB only, for which no browser is needed; --pdf for the PDF only
  npm run book -- --out DIR       put them into DIR

Exit code: 0 when the books are there, 1 when one cannot be made, 2 for wrong arguments.
`;

const OPTIONS = { epub: { type: 'boolean' }, pdf: { type: 'boolean' }, out: { type: 'string' } } as const;

async function main(given: Given<typeof OPTIONS>, wantedNames: readonly string[]): Promise<number> {
  const root = process.cwd();
  const names = seriesIn(root);
  const wanted =
    wantedNames.length > 0 ? wantedNames.map((name) => chosen(name, names, 'A series must be')) : names;
  const kinds = (['epub', 'pdf'] as const).filter((kind) => given[kind] || !(given.epub || given.pdf));
  if (kinds.includes('pdf')) process.env['CHROMIUM_PATH'] = provideBrowser(() => undefined);
  process.env['BOOKS'] = kinds.join(' ');
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  // A build that finds a mistake ends the process.
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const { build } = await import('astro');
  await build({ root, outDir: join(folder, 'site'), logLevel: 'warn' });
  const out = resolve(root, given.out ?? 'book');
  mkdirSync(out, { recursive: true });
  for (const name of wanted) {
    for (const kind of kinds) take(join(folder, 'site', `${bookName(name)}.${kind}`), out);
  }
  return 0;
}

function take(file: string, out: string): void {
  const to = join(out, basename(file));
  copyFileSync(file, to);
  const kilobytes = Math.ceil(statSync(to).size / 1000);
  say(`${relative(process.cwd(), to)}: ${kilobytes} kB`);
}

/** The names of the series that have an index. */
function seriesIn(root: string): string[] {
  const folder = join(root, 'articles');
  if (!existsSync(folder)) throw new WrongCall(`${root} has no folder \`articles\`.`);
  const members = readdirSync(folder).flatMap((name) => parseArticleName(`articles/${name}`)?.member ?? []);
  return members.filter(({ number }) => number === 0).map(({ series }) => series);
}

await runCommand({
  name: 'npm run book',
  help: HELP,
  options: OPTIONS,
  most: Number.MAX_SAFE_INTEGER,
  run: main,
});
