import { frontMatterBlock } from '../markdown/front-matter-block.ts';
import type { Day } from '../series/day.ts';
import type { FileHistory } from '../series/published.ts';
import { git, gitBytes } from './git.ts';

/** One commit's change of one file, newest first; `before` is undefined where the file is new. */
interface Change {
  readonly day: Day;
  readonly before: string | undefined;
  readonly after: string;
}

/** What was read last, since a dev server asks at each save: it changes with the newest commit only. */
let last: { readonly key: string; readonly history: ReadonlyMap<string, FileHistory> } | undefined;

/**
 * The history of the articles below a root, by path from it. Empty without git, outside a
 * repository, and in a shallow clone, whose oldest commit is not the first.
 */
export function readHistory(root: string): ReadonlyMap<string, FileHistory> {
  const [isShallow, commit = ''] = git(root, ['rev-parse', '--is-shallow-repository', 'HEAD']).split('\n');
  if (isShallow !== 'false') return new Map();
  const key = `${commit} ${root}`;
  if (last?.key !== key) last = { key, history: readLog(root) };
  return last.history;
}

function readLog(root: string): ReadonlyMap<string, FileHistory> {
  const log = git(root, [
    ...['-c', 'log.showRoot=true', '-c', 'log.showSignature=false', 'log', '--relative', '--raw'],
    // A part that is inserted moves those behind it: what took a name that another left is no change of it.
    ...['--no-abbrev', '--break-rewrites', '--find-renames', '-z', '--format=commit %aI', '--', 'articles'],
  ]);
  const changes = changesByFile(log);
  const texts = readTexts(root, [...changes.values()].flat());
  return new Map([...changes].map(([file, ofFile]) => [file, historyOf(ofFile, texts)]));
}

function historyOf(changes: readonly Change[], texts: ReadonlyMap<string, string>): FileHistory {
  const days = changes.filter((change) => isChangeOfText(change, texts)).map(({ day }) => day);
  return { first: changes.at(-1)?.day ?? ('' as Day), changed: days.toSorted().at(-1) };
}

/** What a clone without all of its objects cannot tell counts as none. */
function isChangeOfText({ before, after }: Change, texts: ReadonlyMap<string, string>): boolean {
  const [textBefore, textAfter] = [texts.get(before ?? ''), texts.get(after)];
  return textBefore !== undefined && textAfter !== undefined && textBefore !== textAfter;
}

/** One line of a commit: a file that was added, removed, changed, or renamed. */
interface Entry {
  readonly status: string;
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly after: string;
}

interface Commit {
  /** The author's own day, in the zone where the commit was made. */
  readonly day: Day;
  readonly entries: readonly Entry[];
}

function changesByFile(log: string): Map<string, Change[]> {
  const changes = new Map<string, Change[]>();
  // The name that a file has today, by the name that it had; empty for one that is gone.
  const nameNow = new Map<string, string>();
  for (const { day, entries } of readCommits(log)) {
    const named = entries.map((entry) => ({ ...entry, name: nameNow.get(entry.to) ?? entry.to }));
    // What had this name before it was added is another file; a rename may give the name on at once.
    for (const { status, to } of named) if (status === 'A' || status === 'R') nameNow.set(to, '');
    for (const { status, from } of named) if (status === 'D') nameNow.set(from, '');
    for (const { status, from, name } of named) if (status === 'R') nameNow.set(from, name);
    for (const { status, before, after, name } of named) {
      if (status === 'D' || name === '') continue;
      const change: Change = { day, after, before: status === 'A' ? undefined : before };
      changes.set(name, [...(changes.get(name) ?? []), change]);
    }
  }
  return changes;
}

/** Reads `git log --raw -z`: https://git-scm.com/docs/git-diff-tree#_raw_output_format. */
function readCommits(log: string): Commit[] {
  const commits: { day: Day; entries: Entry[] }[] = [];
  const fields = log.split('\0');
  for (let index = 0; index < fields.length; index++) {
    const field = (fields[index] ?? '').replace(/^\n/, '');
    if (field.startsWith('commit ')) commits.push({ day: field.slice(7, 17) as Day, entries: [] });
    const [, before = '', after = '', status = ''] = /^:\d+ \d+ (\w+) (\w+) (\w)/.exec(field) ?? [];
    if (status === '') continue;
    const from = fields[++index] ?? '';
    const to = /[RC]/.test(status) ? (fields[++index] ?? '') : from;
    commits.at(-1)?.entries.push({ status, from, to, before, after });
  }
  return commits.map(({ day, entries }) => ({ day, entries: withMoved(entries) }));
}

/** A file that moved while another took its name is told as copied; then the other one is new. */
function withMoved(entries: readonly Entry[]): Entry[] {
  const moved = new Set(entries.flatMap(({ status, from }) => (status === 'C' ? [from] : [])));
  return entries.map((entry) => {
    if (entry.status === 'C') return { ...entry, status: 'R' };
    return entry.status === 'M' && moved.has(entry.to) ? { ...entry, status: 'A' } : entry;
  });
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
    texts.set(id, frontMatterBlock(text).body.replace(/\s+/g, ' ').trim());
    at = end + 1;
  }
  return texts;
}
