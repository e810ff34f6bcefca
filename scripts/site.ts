import { styleText } from 'node:util';
import { endWithNpm } from './end-with-npm.ts';

endWithNpm();

// Astro sends anonymous usage data unless told not to; a reader's or author's machine sends nothing.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const { build, dev, preview } = await import('astro');

const HELP = `Usage: npm run dev | build | preview, or npm start

  dev       serves the site while you write; problems show in the terminal and the browser
  build     checks all articles and writes the site to dist/
  preview   serves dist/ as a host would
  start     builds, then serves

The address is set by SITE_URL (https://example.org) and BASE_PATH (/blog/), the port by PORT.
`;

const commands: Readonly<Record<string, () => Promise<void>>> = {
  dev: async () => void (await dev(server())),
  build: () => build({}),
  preview: serve,
  start: async () => {
    await build({});
    await serve();
  },
};

async function serve(): Promise<void> {
  const { host, port, closed } = await preview(server());
  const { base } = await siteBase();
  process.stdout.write(
    `\nThe site is at ${styleText('cyan', `http://${host ?? 'localhost'}:${port}${base}`)}  (Ctrl-C ends it)\n`,
  );
  await closed();
}

function server(): { server: { port?: number } } {
  const port = Number(process.env['PORT']);
  return { server: Number.isInteger(port) && port > 0 ? { port } : {} };
}

async function siteBase(): Promise<{ base: string }> {
  const { parseSiteAddress } = await import('../src/series/site-address.ts');
  const { site } = await import('../src/site.ts');
  return parseSiteAddress(process.env, site.origin);
}

const [name = '', ...rest] = process.argv.slice(2);
const command = commands[name];
if (rest.some((argument) => argument === '--help' || argument === '-h')) {
  process.stdout.write(HELP);
} else if (!command || rest.length > 0) {
  process.stderr.write(`Unknown: ${[name, ...rest].join(' ')}\n\n${HELP}`);
  process.exitCode = 2;
} else {
  await command().catch((error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
