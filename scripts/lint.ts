import { spawnSync } from 'node:child_process';

/** What every source file must pass; `npm test` counts each as a test. */
export const LINTERS = [
  ['eslint', '.'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['astro', 'check', '--minimumFailingSeverity', 'hint'],
] as const;

if (import.meta.main) {
  // Astro sends anonymous usage data unless told not to.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  for (const [command, ...args] of LINTERS) {
    const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) process.exitCode = 1;
  }
}
