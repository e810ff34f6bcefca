import { git } from './git.ts';

/**
 * Which of some files below a root have changes that are in no commit, which another change would mix with. A file
 * that git does not follow has none, nor has any without git.
 */
export function uncommitted(root: string, files: readonly string[]): string[] {
  return files.filter((file) => {
    const args = ['--no-optional-locks', '--literal-pathspecs', 'status', '--porcelain', '-z', '--', file];
    return /^(?!\?\?|!!)../.test(git(root, args));
  });
}
