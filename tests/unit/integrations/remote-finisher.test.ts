import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finisher } from '../../../src/integrations/finisher.ts';
import { finishFor } from '../../../src/integrations/remote-finisher.ts';

const MODULE = pathToFileURL(join(import.meta.dirname, '../../../src/integrations/remote-finisher.ts')).href;
const PLACE = {
  root: '/site',
  address: { origin: 'https://example.org', base: '/' },
  cache: 'c',
  output: 'dist',
};
const FACTS = { site: {}, articles: [], redirects: [], asTheyAre: new Set(['index.html']) };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remote-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A process that makes pages as this code says, with a `finisher`. */
function pagesProcess(code: string): ChildProcess {
  const script = join(folder, 'pages.mjs');
  const values = `const PLACE = ${JSON.stringify(PLACE)}; const ARTICLES = new Set(['index.html']);`;
  writeFileSync(
    script,
    `import { remoteFinisher } from '${MODULE}'; const finisher = remoteFinisher(); ${values} ${code}`,
  );
  return fork(script, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** Notes what it is told. */
function noting(notes: unknown[], own: Partial<Finisher> = {}): Finisher {
  return {
    prepare: async (place) => (
      notes.push(['prepare', place]),
      { folder: '/site/.dist-7', leavesProcessor: true }
    ),
    articles: async () => void notes.push(['articles']),
    pictures: async () => void notes.push(['pictures']),
    begin: (facts) => void notes.push(['begin', facts]),
    markdown: (...args) => void notes.push(['markdown', ...args]),
    page: (...args) => void notes.push(['page', ...args]),
    finishedPage: (...args) => void notes.push(['finishedPage', ...args]),
    end: async (...args) => void notes.push(['end', ...args]),
    ...own,
  };
}

const WHOLE = `
  const { folder, leavesProcessor } = await finisher.prepare(PLACE);
  if (leavesProcessor) await finisher.articles();
  await finisher.pictures();
  finisher.begin({ site: {}, articles: [], redirects: [], asTheyAre: ARTICLES });
  finisher.markdown('llm1', folder);
  finisher.page('llm1', new Uint8Array([60]));
  finisher.finishedPage('llm2', 'abc');
  await finisher.end(new Map([['a.png', 'a']]));
`;

test('a site is finished here as the process that makes its pages tells, in that order', async () => {
  const notes: unknown[] = [];
  expect(await finishFor(pagesProcess(WHOLE), noting(notes))).toBe(0);
  expect(notes).toEqual([
    ['prepare', PLACE],
    ['articles'],
    ['pictures'],
    ['begin', FACTS],
    ['markdown', 'llm1', '/site/.dist-7'],
    ['page', 'llm1', new Uint8Array([60])],
    ['finishedPage', 'llm2', 'abc'],
    ['end', new Map([['a.png', 'a']])],
  ]);
});

test('it is over once it is finished here, not when the other process has ended', async () => {
  const gate = Promise.withResolvers<undefined>();
  const notes: unknown[] = [];
  const pages = pagesProcess(WHOLE);
  const over = finishFor(pages, noting(notes, { end: () => gate.promise })).then(() => notes.push('over'));
  await new Promise((resolve) => pages.once('exit', resolve));
  notes.push('pages are made');
  gate.resolve(undefined);
  await over;
  expect(notes.slice(7)).toEqual(['pages are made', 'over']);
});

test('once it is finished here, it does not matter how the other process ends', async () => {
  const code = `${WHOLE} process.kill(process.pid, 'SIGKILL');`;
  expect(await finishFor(pagesProcess(code), noting([]))).toBe(0);
});

test('where the other process fails, its exit code is that of the build', async () => {
  const notes: unknown[] = [];
  const code = await finishFor(
    pagesProcess('await finisher.prepare(PLACE); process.exit(3);'),
    noting(notes),
  );
  expect([code, notes]).toEqual([3, [['prepare', PLACE]]]);
  const killed = finishFor(pagesProcess("process.kill(process.pid, 'SIGKILL');"), noting([]));
  await expect(killed).rejects.toThrow('ended by SIGKILL. Nothing was published.');
  expect(await finishFor(pagesProcess('await finisher.prepare(PLACE); process.exit(0);'), noting([]))).toBe(
    1,
  );
});

test.each<[string, Partial<Finisher>]>([
  ['prepared', { prepare: () => Promise.reject(new Error('No room.')) }],
  ['waiting for articles', { articles: () => Promise.reject(new Error('No room.')) }],
  ['waiting for pictures', { pictures: () => Promise.reject(new Error('No room.')) }],
  [
    'begun',
    {
      begin: () => {
        throw new Error('No room.');
      },
    },
  ],
  ['finished', { end: () => Promise.reject(new Error('No room.')) }],
])('what goes wrong here while the site is %s ends both', async (_when, own) => {
  const pages = pagesProcess(`${WHOLE} setInterval(() => undefined, 1000);`);
  const ended = new Promise((resolve) => pages.once('exit', resolve));
  await expect(finishFor(pages, noting([], own))).rejects.toThrow('No room.');
  await ended;
});

test('a process that makes pages ends with the one that would finish them', async () => {
  const pages = pagesProcess('await finisher.prepare(PLACE); setInterval(() => undefined, 1000);');
  const ended = new Promise((resolve) => pages.once('exit', resolve));
  await new Promise((resolve) => pages.once('message', resolve));
  pages.send('/site/.dist-7');
  pages.disconnect();
  expect(await ended).toBe(1);
});
