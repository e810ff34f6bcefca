import { spawnSync } from 'node:child_process';
import { runCommand } from './command-line.ts';

/** What every source file must pass; `npm test` counts each as a test. */
export const LINTERS = [
  ['eslint', '.'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['astro', 'check', '--minimumFailingSeverity', 'hint'],
] as const;

const HELP = `Checks the source files: their rules, their form, their types.
Usage: npm run lint

Exit code: 0 when nothing is wrong, 1 when something is, 2 for wrong arguments.
`;

if (import.meta.main) {
  await runCommand({
    name: 'npm run lint',
    help: HELP,
    options: {},
    run: () => {
      const shell = process.platform === 'win32';
      const failed = LINTERS.filter(
        ([command, ...args]) => spawnSync(command, args, { stdio: 'inherit', shell }).status !== 0,
      );
      return failed.length > 0 ? 1 : 0;
    },
  });
}
