import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
