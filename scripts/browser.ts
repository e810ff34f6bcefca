import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

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
  return [process.env['CHROMIUM_PATH'], ...CHROMIUM.places, chromium.executablePath()].find(isExecutable);
}

/** The path of a Firefox: `FIREFOX_PATH`, else one in a usual place. */
export function findFirefox(): string | undefined {
  return [process.env['FIREFOX_PATH'], ...FIREFOX.places].find(isExecutable);
}

/** Finds a Chromium or installs one, and says so. Throws, with what was tried, where neither works. */
export function provideBrowser(say: Say): string {
  return provide(CHROMIUM, say);
}

/** As `provideBrowser`, for Firefox. */
export function provideFirefox(say: Say): string {
  return provide(FIREFOX, say);
}

type Say = (line: string) => void;

interface Wanted {
  readonly name: string;
  /** Where it usually is. */
  readonly places: readonly string[];
  readonly find: () => string | undefined;
  /** Commands that install it, in the order in which they are tried. */
  readonly ways: readonly (readonly string[])[];
  /** The variable that holds the path of another one. */
  readonly variable: string;
}

function provide({ name, find, ways, variable }: Wanted, say: Say): string {
  const found = find();
  if (found !== undefined) {
    say(`The browser tests use ${found}.`);
    return found;
  }
  const tried: string[] = [];
  for (const [command = '', ...args] of ways) {
    say(`No ${name} was found; trying: ${[command, ...args].join(' ')}`);
    const { status } = spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = status === 0 ? find() : undefined;
    if (installed !== undefined) {
      say(`Installed ${installed}.`);
      return installed;
    }
    tried.push([command, ...args].join(' '));
  }
  const attempts = tried.length > 0 ? `, and none could be installed (tried: ${tried.join('; ')})` : '';
  throw new Error(`There is no ${name}${attempts}. Install one, or set ${variable}.`);
}

/** The system's package is installed first only where nobody's own machine is changed: by root, as in CI. */
function waysOf(debianPackage: string, ...others: readonly (readonly string[])[]): Wanted['ways'] {
  const apt = `apt-get update -qq && apt-get install -y -qq ${debianPackage}`;
  if (process.platform !== 'linux') return others;
  return process.getuid?.() === 0
    ? [['sh', '-c', apt], ...others]
    : [...others, ['sh', '-c', `sudo -n sh -c '${apt}'`]];
}

const CHROMIUM: Wanted = {
  name: 'Chromium',
  places: [
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
  ],
  find: findBrowser,
  ways: waysOf('chromium', ['npx', 'playwright', 'install', 'chromium']),
  variable: 'CHROMIUM_PATH',
};

const FIREFOX: Wanted = {
  name: 'Firefox',
  places: [
    '/usr/bin/firefox-esr',
    // A snap does not see the profile that a test makes for it; this is then only a way to the snap.
    ...(existsSync('/snap/bin/firefox') ? [] : ['/usr/bin/firefox']),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  find: findFirefox,
  ways: waysOf('firefox-esr'),
  variable: 'FIREFOX_PATH',
};

function isExecutable(path: string | undefined): path is string {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
