import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseArticleName } from '../src/series/article-name.ts';
import { bookName } from '../src/series/books.ts';
import { provideBrowser } from './browser.ts';

// Astro sends anonymous usage data unless told not to.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const HELP = `Makes a book of each series: an EPUB and a PDF, in book/.

  npm run book                    all series of this project
  npm run book -- llm             the series of llm0, llm1 and so on
  npm run book -- --epub          the EPUB only, for which no browser is needed; --pdf for the PDF only
  npm run book -- --out DIR       put them into DIR

Exit code: 0 when the books are there, 1 when one cannot be made, 2 for wrong arguments.
`;

const { values, positionals } = readArguments(process.argv.slice(2));
if (values.help) process.stdout.write(HELP);
else {
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}

async function main(): Promise<void> {
  const root = process.cwd();
  const names = seriesIn(root);
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    refuse(`There is no series \`${unknown.join('`, `')}\`; there are: ${names.join(', ')}.`);
  const wanted = positionals.length > 0 ? positionals : names;
  const kinds = (['epub', 'pdf'] as const).filter((kind) => values[kind] || !(values.epub || values.pdf));
  if (kinds.includes('pdf')) process.env['CHROMIUM_PATH'] = provideBrowser(() => undefined);
  process.env['BOOKS'] = kinds.join(' ');
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  // A build that finds a mistake ends the process.
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const { build } = await import('astro');
  await build({ root, outDir: join(folder, 'site'), logLevel: 'warn' });
  const out = resolve(root, values.out ?? 'book');
  mkdirSync(out, { recursive: true });
  for (const name of wanted) {
    for (const kind of kinds) take(join(folder, 'site', `${bookName(name)}.${kind}`), out);
  }
}

function take(file: string, out: string): void {
  const to = join(out, basename(file));
  copyFileSync(file, to);
  const kilobytes = Math.ceil(statSync(to).size / 1000);
  process.stdout.write(`${relative(process.cwd(), to)}: ${kilobytes} kB\n`);
}

/** The names of the series that have an index. */
function seriesIn(root: string): string[] {
  const folder = join(root, 'articles');
  if (!existsSync(folder)) refuse(`${root} has no folder \`articles\`.`);
  const members = readdirSync(folder).flatMap((name) => parseArticleName(`articles/${name}`)?.member ?? []);
  return members.filter(({ number }) => number === 0).map(({ series }) => series);
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        epub: { type: 'boolean' },
        pdf: { type: 'boolean' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(why: string): never {
  process.stderr.write(`${why}\n\n${HELP}`);
  process.exit(2);
}
