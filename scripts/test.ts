import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideBrowser, provideFirefox } from './browser.ts';
import { runCommand, say } from './command-line.ts';
import { LINTERS } from './lint.ts';
import { provideNginx } from './nginx.ts';

/** How many tests of a step passed, failed, and could not be run here. */
interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
}

/** What a runner's report says, where there is one. */
type Reported = { readonly [Key in keyof Count]?: number | undefined };

const HELP = `Tells whether the site still holds: lints, checks types, runs the unit tests, builds sites and reads
them in a browser. Looks for a Chromium, and installs one where there is none.
Usage: npm test

Exit code: 0 when all tests pass, 1 when one fails, 2 for wrong arguments.
`;

/** Where the runners put their reports. */
let folder = '';

/** Each command is one test: it passes when it exits with 0. */
async function command(name: string, ...args: readonly string[]): Promise<Count> {
  const code = await run(name, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(): Promise<Count> {
  const report = join(folder, 'vitest.json');
  const code = await run('vitest', [
    'run',
    '--coverage',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  const { numPassedTests: passed, numFailedTests: failed } = readReport(report) as Record<string, number>;
  return counted({ passed, failed }, code);
}

async function playwright(): Promise<Count> {
  const report = join(folder, 'playwright.json');
  const code = await run('playwright', ['test', '--reporter=dot,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { stats = {} } = readReport(report) as { stats?: Record<string, number> };
  const failed = (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0);
  return { ...counted({ passed: stats['expected'], failed }, code), skipped: stats['skipped'] ?? 0 };
}

/** A runner that failed without a failed test (a coverage too low, a crash) is one failure. */
function counted({ passed = 0, failed = 0 }: Reported, code: number | null): Count {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function run(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<number | null> {
  say(`\n> ${[name, ...args].join(' ')}`);
  const isScript = process.platform === 'win32';
  const child = spawn(name, args, {
    stdio: 'inherit',
    shell: isScript,
    env: { ...process.env, ...environment },
  });
  return new Promise((done) => {
    child.on('error', (error) => {
      say(error.message);
      done(null);
    });
    child.on('close', done);
  });
}

/** Why tests were skipped. */
const reasons: string[] = [];

/** The site is read in Firefox, too, where there is one: a machine without it can still work on the site. */
function provideFirefoxIfPossible(): void {
  try {
    process.env['FIREFOX_PATH'] = provideFirefox(say);
  } catch (error) {
    const reason = `The tests in Firefox are not run. ${error instanceof Error ? error.message : String(error)}`;
    reasons.push(reason);
    say(reason);
  }
}

const steps: readonly (() => Promise<Count>)[] = [
  ...LINTERS.map(
    ([name, ...args]) =>
      () =>
        command(name, ...args),
  ),
  async () => {
    provideNginx(say);
    return vitest();
  },
  async () => {
    process.env['CHROMIUM_PATH'] = provideBrowser(say);
    provideFirefoxIfPossible();
    return playwright();
  },
];

async function runAll(): Promise<number> {
  folder = mkdtempSync(join(tmpdir(), 'test-results-'));
  let total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    const {
      passed,
      failed,
      skipped = 0,
    } = await step().catch((error: unknown): Count => {
      say(error instanceof Error ? error.message : String(error));
      return { passed: 0, failed: 1 };
    });
    total = {
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    };
  }
  rmSync(folder, { recursive: true });
  if (total.skipped > 0) say(`\n${[`${total.skipped} skipped.`, ...reasons].join(' ')}`);
  say(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

await runCommand({ name: 'npm test', help: HELP, options: {}, run: runAll });
