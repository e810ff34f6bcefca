import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { takeBuildTurn } from '../../src/integrations/build-turn.ts';
import { FixtureSite } from '../support/fixture-site.ts';

const ARTICLES = {
  'articles/llm0.md': '# Index\n\nText.\n',
  'articles/llm1.mdx': '# One\n\n{1 + 1}\n\n![A field](../articleimages/field.png)\n',
  'articleimages/field.png': { width: 900, height: 600 },
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

/** Every file of a site's output, with its text. */
const contents = (site: FixtureSite) => site.files('dist').map((file) => [file, site.read(`dist/${file}`)]);
const leftovers = (site: FixtureSite) => readdirSync(site.root).filter((name) => name.startsWith('.dist'));

/** Waits until a build has come to a point: it has said something, or made a file in its own folder. */
type Point = (child: ChildProcess, site: FixtureSite) => Promise<unknown>;

const said =
  (words: string): Point =>
  (child) =>
    new Promise((done) => {
      let output = '';
      const listen = (data: Buffer) => {
        output += data.toString();
        if (output.includes(words)) done(undefined);
      };
      child.stdout?.on('data', listen);
      child.stderr?.on('data', listen);
    });

const made =
  (file: string): Point =>
  (child, site) =>
    new Promise((done) => {
      const look = () => {
        if (!existsSync(join(site.root, `.dist-${child.pid}`, file))) return;
        watcher.close();
        done(undefined);
      };
      const watcher = watch(site.root, { recursive: true }, look);
      look();
    });

describe('a build that is ended', () => {
  let site: FixtureSite;
  let before: ReturnType<typeof contents>;

  beforeAll(async () => {
    site = await FixtureSite.make('interrupted', ARTICLES);
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    before = contents(site);
    site.write('articles/llm1.mdx', '# One\n\n{1 + 2}\n\nAnother text.\n');
  });

  test.each<[string, NodeJS.Signals, Point]>([
    ['once it has begun', 'SIGINT', said('[build]')],
    ['once it has a folder of its own', 'SIGKILL', made('')],
    ['among its pages', 'SIGTERM', made('index.html')],
    ['among its pictures', 'SIGKILL', made('articleimages')],
    ['while it is finished', 'SIGINT', made('sitemap.xml')],
    ['once it is verified', 'SIGKILL', said('pages verified')],
  ])('%s by %s leaves the last one whole, or is there as a whole', async (_when, signal, point) => {
    const child = site.start(['scripts/site.ts', 'build']);
    const ended = once(child, 'close');
    await Promise.race([point(child, site), ended]);
    child.kill(signal);
    await ended;
    const now = contents(site);
    if (JSON.stringify(now) === JSON.stringify(before)) return;
    expect(site.read('dist/llm1/index.html')).toContain('Another text.');
    expect(now.map(([file]) => file)).toContain('pagefind/pagefind-entry.json');
  });

  test('leaves nothing behind that the next build does not clean up', async () => {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(leftovers(site)).toEqual([]);
    expect(site.read('dist/llm1/index.html')).toContain('Another text.');
  });
});

test('two builds at once are both right, and leave one site', async () => {
  const site = await FixtureSite.make('at-once', ARTICLES);
  const results = await Promise.all([site.build(), site.build()]);
  for (const { code, output } of results) expect(code, output).toBe(0);
  expect(leftovers(site)).toEqual([]);
  expect(site.read('dist/llm1/index.html')).toContain('<h1');
});

test('a build waits for another one of the same site, and says so', async () => {
  const site = await FixtureSite.make('in-turn', ARTICLES);
  const other = await takeBuildTurn(join(site.root, 'node_modules/.astro'), () => undefined);
  const child = site.start(['scripts/site.ts', 'build']);
  const ended = once(child, 'close');
  await said('Another build of this site is running')(child, site);
  expect(existsSync(join(site.root, '.astro'))).toBe(false);
  other.end();
  expect(await ended).toEqual([0, null]);
  expect(site.read('dist/llm1/index.html')).toContain('<h1');
});

test.runIf(process.platform === 'linux')('a server that npm has started ends when npm is ended', async () => {
  const site = await FixtureSite.make('orphan', ARTICLES);
  const script = join(import.meta.dirname, '../../scripts/site.ts');
  // As npm does: a shell between it and the process, which passes no signal on.
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${script}" dev; true`], {
    cwd: site.root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], npm_lifecycle_event: 'dev' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) =>
    shell.stdout.on('data', (data: Buffer) => data.includes('ready in') && done(data)),
  );
  shell.kill('SIGTERM');
  // The pipe is open for as long as anyone has it who could write to it.
  await once(shell.stdout, 'close');
  expect(shell.signalCode).toBe('SIGTERM');
});
