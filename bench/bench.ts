import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type Given, runCommand, WrongCall } from '../scripts/command-line.ts';
import { corpusArticle } from './corpus.ts';

const HELP = `Builds the same series with this project and with a minimal Astro site, in turn, and prints how
long each took, and what an article weighs. It takes about a minute with 100 parts.

  npm run bench                     100 parts, three runs
  npm run bench -- --parts 1000 --runs 2

Exit code: 0 when it has measured, 1 when it could not, 2 for wrong arguments.
`;

const PROJECT = resolve(import.meta.dirname, '..');
const BIN = join(PROJECT, 'node_modules/.bin');

interface Contestant {
  readonly name: string;
  readonly folder: string;
  readonly command: readonly [string, ...string[]];
}

const CONFIG = `import config from '../../astro.config.mjs';\n\nexport default { ...config, srcDir: '../../src' };\n`;

/** The folders of both, with the same articles. */
function contestants(parts: number): Contestant[] {
  const own = join(PROJECT, '.fixtures/bench');
  const minimal = join(PROJECT, '.fixtures/bench-minimal');
  for (const folder of [own, minimal]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'articles'), { recursive: true });
    for (let number = 0; number < parts; number++) {
      const { slug, text } = corpusArticle(number, parts);
      writeFileSync(join(folder, 'articles', `${slug}.mdx`), text);
    }
  }
  writeFileSync(join(own, 'astro.config.mjs'), CONFIG);
  cpSync(join(PROJECT, 'public'), join(own, 'public'), { recursive: true });
  cpSync(join(import.meta.dirname, 'minimal'), minimal, { recursive: true });
  return [
    {
      name: 'this project',
      folder: own,
      command: ['node', join(PROJECT, 'scripts/run.mjs'), 'site', 'build'],
    },
    { name: 'minimal Astro', folder: minimal, command: ['astro', 'build'] },
  ];
}

/** Seconds that a command takes as a whole. Throws where it fails. */
function timed({ folder }: Contestant, [command, ...args]: readonly [string, ...string[]]): number {
  const env = {
    ...process.env,
    PATH: `${BIN}:${process.env['PATH'] ?? ''}`,
    BASE_PATH: '/blog/',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`);
  return (performance.now() - start) / 1000;
}

function clean({ folder }: Contestant): void {
  for (const name of ['dist', '.astro', 'node_modules'])
    rmSync(join(folder, name), { recursive: true, force: true });
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const listed = (values: readonly number[]) => values.map((value) => value.toFixed(1)).join(' ');

function measure(contestant: Contestant, runs: number): { cold: number[]; warm: number[]; bytes: number } {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let run = 0; run < runs; run++) {
    clean(contestant);
    cold.push(timed(contestant, contestant.command));
    appendFileSync(join(contestant.folder, 'articles/llm1.mdx'), `\nOne more sentence, the ${run + 1}th.\n`);
    warm.push(timed(contestant, contestant.command));
  }
  const page = readFileSync(join(contestant.folder, 'dist/llm2/index.html'));
  return { cold, warm, bytes: brotliCompressSync(page).length };
}

const OPTIONS = { parts: { type: 'string' }, runs: { type: 'string' } } as const;

function main(given: Given<typeof OPTIONS>): number {
  const parts = count(given.parts ?? '100', '--parts');
  const runs = count(given.runs ?? '3', '--runs');
  const [own, minimal] = contestants(parts).map((one) => ({
    ...one,
    ...measure(one, runs),
  }));
  if (!own || !minimal || !existsSync(BIN)) throw new Error('Install the packages first: npm ci');
  const row = (what: string, a: readonly number[], b: readonly number[]) =>
    `${what.padEnd(28)} ${median(a).toFixed(2).padStart(8)} s  ${median(b).toFixed(2).padStart(8)} s   × ${(median(a) / median(b)).toFixed(2)}   (${listed(a)} | ${listed(b)})\n`;
  const check: [string, ...string[]] = [
    'node',
    join(PROJECT, 'scripts/run.mjs'),
    'check',
    '--root',
    own.folder,
  ];
  process.stdout.write(
    `\n${parts} parts, ${runs} runs            this project   minimal Astro   ratio   (all runs)\n`,
  );
  process.stdout.write(row('build with empty caches', own.cold, minimal.cold));
  process.stdout.write(row('build after one sentence', own.warm, minimal.warm));
  process.stdout.write(`${'npm run check'.padEnd(28)} ${timed(own, check).toFixed(2).padStart(8)} s\n`);
  process.stdout.write(
    `${'HTML of a part, brotli'.padEnd(28)} ${String(own.bytes).padStart(8)} B  ${String(minimal.bytes).padStart(8)} B\n`,
  );
  return 0;
}

function count(text: string, option: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new WrongCall(`\`${option}\` must be a number from 1, not \`${text}\`.`);
}

await runCommand({ name: 'npm run bench', help: HELP, options: OPTIONS, run: main });
