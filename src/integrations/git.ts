import { spawnSync } from 'node:child_process';

/** What git says of a repository; empty where git is missing or fails. */
export function git(root: string, args: readonly string[]): string {
  return gitBytes(root, args).toString('utf8');
}

export function gitBytes(root: string, args: readonly string[], input = ''): Buffer {
  // Within a git hook these would name another repository.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE)$/.test(name)),
  );
  const { status, stdout } = spawnSync('git', ['-C', root, ...args], { input, maxBuffer: 2 ** 30, env });
  return status === 0 ? stdout : Buffer.alloc(0);
}
