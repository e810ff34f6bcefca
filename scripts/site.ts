import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { styleText } from 'node:util';
import { parsePort } from '../src/series/port.ts';
import { buildSite } from './build-site.ts';
import {
  type Command,
  type Given,
  hasColours,
  type Options,
  runCommand,
  say,
  setting,
  siteSettings,
} from './command-line.ts';
import { endWithNpm } from './end-with-npm.ts';
import { startQuickly } from '../src/integrations/start-quickly.ts';

endWithNpm();
// Astro is loaded where it is asked for, after this: from the second run on it is there sooner.
startQuickly();
// The bundler shall give its memory back when it is done (its allocator's own setting): it is 150 MB.
process.env['MIMALLOC_PURGE_DELAY'] ??= '0';

const SERVER = { port: { type: 'string' }, host: { type: 'boolean' } } as const;

const SERVED = `
  --port N    the port, instead of 4321; or the variable PORT
  --host      let other machines of the network see it, too
  --help      this text
`;

const ADDRESS = `
SITE_URL (https://example.org) and BASE_PATH (/blog/) say where the site will be.
`;

const CODES = 'Exit code: 0 when it is done, 1 when it failed, 2 for wrong arguments or settings.';

/** What the site's commands do, by their names in `package.json`. */
const COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  dev: command({
    name: 'npm run dev',
    help: `Serves the site while you write; problems show in the terminal and the browser.
Usage: npm run dev -- [--port N] [--host]
${SERVED}${ADDRESS}`,
    options: SERVER,
    work: async (given) => {
      const server = serverOf(given);
      const { dev } = await import('astro');
      await dev({ server });
      return 0;
    },
  }),
  build: command({
    name: 'npm run build',
    help: `Checks all articles, builds the site and writes it to dist/; or tells what is wrong and
changes nothing.
Usage: npm run build
${ADDRESS}`,
    options: {},
    work: buildSite,
  }),
  preview: command({
    name: 'npm run preview',
    help: `Serves dist/ as a host would.
Usage: npm run preview -- [--port N] [--host]
${SERVED}${ADDRESS}`,
    options: SERVER,
    work: serve,
  }),
  start: command({
    name: 'npm start',
    help: `Builds the site into dist/, then serves it.
Usage: npm start -- [--port N] [--host]
${SERVED}${ADDRESS}`,
    options: SERVER,
    work: async (given) => {
      serverOf(given);
      const code = await buildSite();
      return code === 0 ? serve(given) : code;
    },
  }),
};

interface SiteCommand<O extends Options> extends Pick<Command<O>, 'name' | 'help' | 'options'> {
  /** Gives the exit code. */
  readonly work: (given: Given<O>) => Promise<number>;
}

function command<const O extends Options>({ name, help, options, work }: SiteCommand<O>) {
  return () => runCommand({ name, help: `${help}\n${CODES}`, options, run: work });
}

async function serve(given: Given<typeof SERVER>): Promise<number> {
  const server = serverOf(given);
  const { base } = siteSettings();
  if (!existsSync('dist')) throw new Error('There is no dist/: run `npm run build` first.');
  const { preview } = await import('astro');
  // Astro's own lines name the addresses without the base, and a flag of its own.
  const { port, closed } = await preview({ server, logLevel: 'warn' });
  const paint = (text: string) => (hasColours(process.stdout) ? styleText('cyan', text) : text);
  const hosts = given.host ? ['localhost', ...machineAddresses()] : ['localhost'];
  const addresses = hosts.map((host) => paint(`http://${host}:${port}${base}`));
  say(`\nThe site is at ${addresses.join(' and ')}  (Ctrl-C ends it)`);
  await closed();
  return 0;
}

function machineAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}

function serverOf({ port, host }: Given<typeof SERVER>): { port?: number; host?: boolean } {
  const wanted = setting(() => parsePort(port, '`--port`') ?? parsePort(process.env['PORT'], 'PORT'));
  return { ...(wanted !== undefined && { port: wanted }), ...(host !== undefined && { host }) };
}

const name = process.argv.splice(2, 1)[0] ?? '';
const run = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (run) await run();
else {
  process.stderr.write('Usage: npm run dev | build | preview, or npm start\n');
  process.exitCode = 2;
}
