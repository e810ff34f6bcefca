import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];
const APT = 'apt-get update -qq && apt-get install -y -qq nginx-light';

/** The path of an nginx: `NGINX_PATH`, else one in a usual place. */
export function findNginx(): string | undefined {
  return [process.env['NGINX_PATH'], ...PLACES].find((path) => path !== undefined && existsSync(path));
}

/** Finds nginx or, as root on Debian, installs it; says so, and what it could not do. */
export function provideNginx(say: (line: string) => void): string | undefined {
  const found = findNginx();
  if (found !== undefined) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    say('There is no nginx: the test of its configuration is skipped. Install it, or set NGINX_PATH.');
    return undefined;
  }
  say(`No nginx was found; trying: ${APT}`);
  const { status } = spawnSync('sh', ['-c', APT], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const installed = status === 0 ? findNginx() : undefined;
  say(installed ? `Installed ${installed}.` : 'It could not be installed: its test is skipped.');
  return installed;
}
