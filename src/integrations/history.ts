import { spawnSync } from 'node:child_process';
import { readFrontMatterSource } from '../markdown/front-matter-source.ts';
import type { Day } from '../series/day.ts';
import type { FileHistory } from '../series/published.ts';

/** One commit's change of one file, newest first; `before` is undefined where the file is new. */
interface Change {
  readonly day: Day;
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * The history of the articles below a root, by path from it. Empty without git, outside a
 * repository, and in a shallow clone, whose oldest commit is not the first.
 */
export function readHistory(root: string): ReadonlyMap<string, FileHistory> {
  if (git(root, ['rev-parse', '--is-shallow-repository']).trim() !== 'false') return new Map();
  const log = git(root, [
    ...[
      '-c',
      'core.quotePath=false',
      '-c',
      'log.showRoot=true',
      'log',
      '--relative',
      '--raw',
      '--no-abbrev',
      '--find-renames',
      '-z',
    ],
    ...['--format=commit %aI', '--', 'articles'],
  ]);
  const changes = changesByFile(log);
  const texts = readTexts(root, [...changes.values()].flat());
  return new Map([...changes].map(([file, ofFile]) => [file, historyOf(ofFile, texts)]));
}

function historyOf(changes: readonly Change[], texts: ReadonlyMap<string, string>): FileHistory {
  const changed = changes.find(
    ({ before, after }) => before !== undefined && texts.get(before) !== texts.get(after),
  );
  return { first: changes.at(-1)?.day ?? ('' as Day), changed: changed?.day };
}

/** Reads `git log --raw -z`: https://git-scm.com/docs/git-diff-tree#_raw_output_format. */
function changesByFile(log: string): Map<string, Change[]> {
  const changes = new Map<string, Change[]>();
  const nameNow = new Map<string, string>();
  const fields = log.split('\0');
  let day = '' as Day;
  for (let index = 0; index < fields.length; index++) {
    const field = (fields[index] ?? '').replace(/^\n/, '');
    // The author's own day, in the zone where the commit was made.
    if (field.startsWith('commit ')) day = field.slice(7, 17) as Day;
    const [, before = '', after = '', status = ''] = /^:\d+ \d+ (\w+) (\w+) (\w)/.exec(field) ?? [];
    if (status === '') continue;
    const from = fields[++index] ?? '';
    const to = status === 'R' ? (fields[++index] ?? '') : from;
    if (status === 'D') nameNow.set(from, '');
    const name = nameNow.get(to) ?? to;
    if (status === 'R') nameNow.set(from, name);
    if (status === 'D' || name === '') continue;
    const entry: Change = { day, after, before: status === 'A' ? undefined : before };
    changes.set(name, [...(changes.get(name) ?? []), entry]);
    // What had this name before it was added is another file.
    if (status === 'A') nameNow.set(to, '');
  }
  return changes;
}

/** The texts of blobs, without front matter, and with all white space alike. */
function readTexts(root: string, changes: readonly Change[]): Map<string, string> {
  const ids = new Set(
    changes.filter(({ before }) => before !== undefined).flatMap(({ before = '', after }) => [before, after]),
  );
  const output = gitBytes(root, ['cat-file', '--batch'], [...ids].join('\n'));
  const texts = new Map<string, string>();
  let at = 0;
  while (at < output.length) {
    const lineEnd = output.indexOf('\n', at);
    const [id = '', type, size] = output.toString('utf8', at, lineEnd).split(' ');
    if (type === 'missing') {
      at = lineEnd + 1;
      continue;
    }
    const end = lineEnd + 1 + Number(size);
    const text = output.toString('utf8', lineEnd + 1, end);
    texts.set(id, readFrontMatterSource(text).body.replace(/\s+/g, ' ').trim());
    at = end + 1;
  }
  return texts;
}

function git(root: string, args: readonly string[]): string {
  return gitBytes(root, args).toString('utf8');
}

/** Empty where git is missing or fails. */
function gitBytes(root: string, args: readonly string[], input = ''): Buffer {
  // Within a git hook these would name another repository.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE)$/.test(name)),
  );
  const { status, stdout } = spawnSync('git', ['-C', root, ...args], { input, maxBuffer: 2 ** 30, env });
  return status === 0 ? stdout : Buffer.alloc(0);
}
