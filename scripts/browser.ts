import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium } from '@playwright/test';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Flags for a Chromium that asks nothing of the network by itself, also as root. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium: `CHROMIUM_PATH`, else one in a usual place, else Playwright's own. */
export function findBrowser(): string | undefined {
  return [process.env['CHROMIUM_PATH'], ...PLACES, chromium.executablePath()].find(isExecutable);
}

/** Finds a Chromium or installs one, and says so. Throws, with what was tried, where neither works. */
export function provideBrowser(say: (line: string) => void): string {
  const found = findBrowser();
  if (found !== undefined) {
    say(`The browser tests use ${found}.`);
    return found;
  }
  const tried: string[] = [];
  for (const [command = '', ...args] of WAYS) {
    say(`No Chromium was found; trying: ${[command, ...args].join(' ')}`);
    const { status } = spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = status === 0 ? findBrowser() : undefined;
    if (installed !== undefined) {
      say(`Installed ${installed}.`);
      return installed;
    }
    tried.push([command, ...args].join(' '));
  }
  throw new Error(
    `There is no Chromium, and none could be installed (tried: ${tried.join('; ')}). Install one, or set CHROMIUM_PATH.`,
  );
}

const APT = 'apt-get update -qq && apt-get install -y -qq chromium';
const PLAYWRIGHT = ['npx', 'playwright', 'install', 'chromium'];

/** The system's package is installed first only where nobody's own machine is changed: by root, as in CI. */
const WAYS: readonly (readonly string[])[] =
  process.platform !== 'linux'
    ? [PLAYWRIGHT]
    : process.getuid?.() === 0
      ? [['sh', '-c', APT], PLAYWRIGHT]
      : [PLAYWRIGHT, ['sh', '-c', `sudo -n sh -c '${APT}'`]];

function isExecutable(path: string | undefined): path is string {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
