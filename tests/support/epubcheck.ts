import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/share/java/epubcheck.jar', '/usr/local/share/java/epubcheck.jar'];

/** The W3C's own checker, or why it cannot be had here. */
export type Epubcheck =
  { readonly jar: string; readonly reason?: never } | { readonly jar?: never; readonly reason: string };

/** `EPUBCHECK_JAR`, else Debian's, which is installed where nobody's own machine is changed: by root. */
export function findEpubcheck(): Epubcheck {
  if (spawnSync('java', ['-version']).status !== 0) return { reason: 'there is no Java' };
  const jar = findJar() ?? installedJar();
  return jar === undefined ? { reason: 'there is no epubcheck.jar: set EPUBCHECK_JAR' } : { jar };
}

function findJar(): string | undefined {
  return [process.env['EPUBCHECK_JAR'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
}

function installedJar(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const command = 'apt-get update -qq && apt-get install -y -qq epubcheck';
  spawnSync('sh', ['-c', command], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return findJar();
}

/** What the checker has to say of a book, a line each, down to warnings. */
export function checkEpub(jar: string, file: string): string[] {
  const { stdout, stderr } = spawnSync('java', ['-jar', jar, '--warn', file], { encoding: 'utf8' });
  const lines = `${stdout}\n${stderr}`.split('\n');
  const isDone = lines.some((line) => line.startsWith('Messages: '));
  const findings = lines.filter((line) => /^(FATAL|ERROR|WARNING)/.test(line));
  return isDone ? findings : ['epubcheck did not come to an end', ...lines];
}
