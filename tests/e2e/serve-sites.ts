import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { FixtureSite } from '../support/fixture-site.ts';
import { showcaseFiles } from '../support/showcase.ts';

/** Builds the showcase at `/` and at `/blog/`, serves both, and tells tests where. */
export default async function serveSites(): Promise<() => Promise<void>> {
  const servers = [
    await serve('e2e', '/', 'SITE_AT_ROOT'),
    await serve('e2e-blog', '/blog/', 'SITE_AT_BLOG'),
  ];
  return async () => {
    await Promise.all(
      servers.map(async (server) => {
        const ended = once(server, 'exit');
        server.kill();
        await ended;
      }),
    );
  };
}

async function serve(name: string, base: string, variable: string): Promise<ChildProcess> {
  const site = await FixtureSite.make(name, showcaseFiles());
  const { code, output } = await site.build({ BASE_PATH: base });
  if (code !== 0) throw new Error(output);
  const server = site.start(['scripts/site.ts', 'preview'], { BASE_PATH: base });
  process.env[variable] = await addressOf(server, /The site is at (http:\S+)/);
  return server;
}

/** Waits for the line in which a server says where it is. */
export function addressOf(server: ChildProcess, line: RegExp): Promise<string> {
  let output = '';
  return new Promise((found, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [, address] = line.exec(output) ?? [];
      if (address !== undefined) found(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('exit', () => {
      fail(new Error(`The server ended: ${output}`));
    });
  });
}
