import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readHistory } from '../../../src/integrations/history.ts';

let root = '';

/** Nothing of the repository and the settings of whoever runs the tests. */
const CLEAN = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'history-'));
  mkdirSync(join(root, 'articles'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    stdio: 'ignore',
    env: CLEAN,
  });
}

function write(name: string, text: string): void {
  writeFileSync(join(root, 'articles', name), text);
}

function commit(date: string): void {
  git('add', '-A');
  execFileSync(
    'git',
    ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'x'],
    {
      env: { ...CLEAN, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: '2030-01-01T00:00:00Z' },
    },
  );
}

function rename(from: string, to: string): void {
  renameSync(join(root, 'articles', from), join(root, 'articles', to));
}

/** Long enough for a file to be recognised by it. */
const LONG = 'One line.\nTwo lines.\nThree lines.\nFour lines.\n';

/** A text of many lines that no other part has. */
function textOf(part: string): string {
  return Array.from({ length: 30 }, (_, line) => `Line ${line} of what part ${part} says of ${part}.\n`).join(
    '',
  );
}

const history = (name: string) => readHistory(root).get(`articles/${name}`);

describe('in a repository', () => {
  beforeEach(() => {
    git('init', '-q');
  });

  test('an article that never changed has only a first day', () => {
    write('a.md', '# A\n');
    commit('2024-01-02T12:00:00Z');
    expect(history('a.md')).toEqual({ first: '2024-01-02', changed: undefined });
  });

  test('the last change of the text counts, not one of front matter or white space', () => {
    write('a.md', '# A\n\nOne.\n');
    commit('2024-01-02T12:00:00Z');
    write('a.md', '# A\n\nOne two.\n');
    commit('2024-02-03T12:00:00Z');
    write('a.md', '---\ntitle: T\n---\n\n# A\n\n\nOne\ntwo.\n');
    commit('2024-03-04T12:00:00Z');
    expect(history('a.md')).toEqual({ first: '2024-01-02', changed: '2024-02-03' });
  });

  test('a day is that of the author, wherever the clock is', () => {
    write('a.md', '# A\n');
    commit('2024-01-02T23:30:00-08:00');
    expect(history('a.md')?.first).toBe('2024-01-02');
  });

  test('a renamed article keeps its history', () => {
    write('a.md', '# A\n\nA text long enough to be recognised.\n');
    commit('2024-01-02T12:00:00Z');
    renameSync(join(root, 'articles/a.md'), join(root, 'articles/b é.md'));
    commit('2024-02-03T12:00:00Z');
    expect(history('b é.md')).toEqual({ first: '2024-01-02', changed: undefined });
    expect(history('a.md')).toBeUndefined();
  });

  test('an article that takes the name of a removed one begins anew', () => {
    write('a.md', '# A\n');
    commit('2024-01-02T12:00:00Z');
    rmSync(join(root, 'articles/a.md'));
    commit('2024-02-03T12:00:00Z');
    write('a.md', 'Nothing alike at all, and rather longer\n');
    commit('2024-03-04T12:00:00Z');
    expect(history('a.md')).toEqual({ first: '2024-03-04', changed: undefined });
  });

  test('an article that is renamed and changed at once was changed then', () => {
    write('a.md', `# A\n\n${LONG}`);
    commit('2024-01-02T12:00:00Z');
    rename('a.md', 'b.md');
    write('b.md', `# A\n\n${LONG}More.\n`);
    commit('2024-02-03T12:00:00Z');
    expect(history('b.md')).toEqual({ first: '2024-01-02', changed: '2024-02-03' });
  });

  test('an article that is renamed again and again keeps its history', () => {
    write('a.md', `# A\n\n${LONG}`);
    commit('2024-01-02T12:00:00Z');
    write('a.md', `# A\n\n${LONG}More.\n`);
    commit('2024-02-03T12:00:00Z');
    for (const [from, to] of ['ab', 'bc', 'ca']) {
      rename(`${from}.md`, `${to}.md`);
      commit('2024-03-04T12:00:00Z');
    }
    expect(history('a.md')).toEqual({ first: '2024-01-02', changed: '2024-02-03' });
  });

  test.each([
    ['moved behind a part that is inserted', ['1', '2', '3'], { 2: '3', 3: '4' }],
    ['swapped', ['1', '2'], { 1: '2', 2: '1' }],
    ['turned round', ['1', '2', '3'], { 1: '2', 2: '3', 3: '1' }],
  ])('parts that are %s in one commit keep their history', (_how, parts, moves: Record<string, string>) => {
    for (const part of parts) {
      write(`llm${part}.md`, `# ${part}\n\n${textOf(part)}`);
      commit(`2024-01-0${part}T12:00:00Z`);
    }
    for (const part of parts) rename(`llm${part}.md`, `${part}.old`);
    for (const part of parts) rename(`${part}.old`, `llm${moves[part] ?? part}.md`);
    if (!Object.values(moves).includes('2')) write('llm2.md', `# New\n\n${textOf('new')}`);
    commit('2024-05-06T12:00:00Z');
    for (const part of parts) {
      expect(history(`llm${moves[part] ?? part}.md`)).toEqual({
        first: `2024-01-0${part}`,
        changed: undefined,
      });
    }
    if (moves['3'] === '4') expect(history('llm2.md')).toEqual({ first: '2024-05-06', changed: undefined });
  });

  test('the last change is the one of the latest day, in whatever order commits were made', () => {
    write('a.md', '# A\n');
    commit('2024-01-02T12:00:00Z');
    write('a.md', '# A\n\nOne.\n');
    commit('2024-06-07T12:00:00Z');
    write('a.md', '# A\n\nOne two.\n');
    commit('2024-02-03T12:00:00Z');
    expect(history('a.md')?.changed).toBe('2024-06-07');
  });

  test('a change on a branch counts when it is merged', () => {
    write('a.md', '# A\n\nOne.\n\n\n\nTwo.\n');
    commit('2024-01-02T12:00:00Z');
    git('branch', '-m', 'main');
    git('checkout', '-qb', 'side');
    write('a.md', '# A\n\nOne more.\n\n\n\nTwo.\n');
    commit('2024-02-03T12:00:00Z');
    git('checkout', '-q', 'main');
    write('b.md', '# B\n');
    commit('2024-03-04T12:00:00Z');
    git('merge', '-q', '--no-edit', 'side');
    expect(history('a.md')).toEqual({ first: '2024-01-02', changed: '2024-02-03' });
  });

  test.each([
    ['line ends', '# A\r\n\r\nOne two.\r\n'],
    ['a byte order mark', '\uFEFF# A\n\nOne two.\n'],
    ['indentation', '# A\n\n   One two.\n'],
    ['the draft mark', '---\ndraft: true\n---\n# A\n\nOne two.\n'],
  ])('a commit of nothing but %s is no change', (_what, text) => {
    write('a.md', '# A\n\nOne two.\n');
    commit('2024-01-02T12:00:00Z');
    write('a.md', text);
    commit('2024-02-03T12:00:00Z');
    expect(history('a.md')?.changed).toBeUndefined();
  });

  test('a new commit is seen, and a change that is not committed is not', () => {
    write('a.md', '# A\n');
    commit('2024-01-02T12:00:00Z');
    write('a.md', '# A\n\nOne.\n');
    expect(history('a.md')?.changed).toBeUndefined();
    commit('2024-02-03T12:00:00Z');
    expect(history('a.md')?.changed).toBe('2024-02-03');
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('a day is the same for a machine in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    write('a.md', '# A\n');
    commit('2024-01-02T23:30:00+02:00');
    expect(history('a.md')?.first).toBe('2024-01-02');
  });

  test('there is none without git', () => {
    write('a.md', '# A\n');
    commit('2024-01-02T12:00:00Z');
    vi.stubEnv('PATH', join(root, 'nothing'));
    expect(readHistory(root)).toEqual(new Map());
  });

  test('an article that was never committed has none', () => {
    write('a.md', '# A\n');
    commit('2024-01-02T12:00:00Z');
    write('b.md', '# B\n');
    expect(history('b.md')).toBeUndefined();
  });

  test('a repository without a commit has none', () => {
    expect(readHistory(root)).toEqual(new Map());
  });

  test('a site in a folder of its repository has the history of its own articles', () => {
    mkdirSync(join(root, 'site/articles'), { recursive: true });
    writeFileSync(join(root, 'site/articles/a.md'), '# A\n');
    write('a.md', '# Another\n');
    commit('2024-01-02T12:00:00Z');
    expect([...readHistory(join(root, 'site')).keys()]).toEqual(['articles/a.md']);
  });

  test('a shallow clone has none, since its oldest commit is not the first', () => {
    write('a.md', '# A\n');
    commit('2024-01-02T12:00:00Z');
    write('a.md', '# A\n\nMore.\n');
    commit('2024-02-03T12:00:00Z');
    const clone = `${root}-clone`;
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone], { env: CLEAN });
    expect(readHistory(clone)).toEqual(new Map());
    rmSync(clone, { recursive: true });
  });
});

test('a folder outside any repository has none', () => {
  write('a.md', '# A\n');
  expect(readHistory(root)).toEqual(new Map());
});
