import { lstatSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import type { SymbolicLink } from '../series/check-links.ts';

/** What stands in a folder of the project that authors work in. */
export interface Room {
  /** Paths below the room, with `/`; what is hidden, by a dot before its name, is left out. */
  readonly files: readonly string[];
  /** Symbolic links that are not followed. */
  readonly links: readonly SymbolicLink[];
}

/**
 * Reads a room of the project at `root`. Of symbolic links, only those to a file of the project itself
 * are followed: what else one leads to is not the author's, may be secret, and is elsewhere another
 * thing on another machine.
 */
export function readRoom(root: string, name: string): Room {
  const folder = join(root, name);
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (!entry) return { files: [], links: [] };
  const home = realpathSync(root);
  const wrong = entry.isSymbolicLink() ? wrongIn(folder, home, 'directory') : undefined;
  if (wrong) return { files: [], links: [{ file: name, leads: wrong }] };
  if (!statSync(folder).isDirectory()) return { files: [], links: [] };
  const files: string[] = [];
  const links: SymbolicLink[] = [];
  for (const { path, entry: one } of entriesBelow(folder)) {
    const isHidden = path.split('/').some((segment) => segment.startsWith('.'));
    // Editors have hidden links of their own where they write; all of `public/` is copied.
    if (isHidden && (name !== 'public' || !one.isSymbolicLink())) continue;
    const leads = one.isSymbolicLink() ? wrongIn(join(folder, path), home, 'file') : undefined;
    if (leads) links.push({ file: `${name}/${path}`, leads });
    else if (!isHidden && (one.isFile() || one.isSymbolicLink())) files.push(path);
  }
  return { files: files.toSorted(), links };
}

/** Everything below a folder but folders. The recursion of `readdirSync` follows links to them. */
function entriesBelow(folder: string, before = ''): { path: string; entry: Dirent }[] {
  return readdirSync(join(folder, before), { withFileTypes: true }).flatMap((entry) => {
    const path = before + entry.name;
    return entry.isDirectory() ? entriesBelow(folder, `${path}/`) : [{ path, entry }];
  });
}

/** Why a link is not followed: it must lead to a thing of a kind inside a folder. */
function wrongIn(link: string, home: string, kind: 'file' | 'directory'): SymbolicLink['leads'] | undefined {
  let target;
  try {
    target = realpathSync(link);
  } catch {
    return 'nowhere';
  }
  if (!target.startsWith(home.endsWith(sep) ? home : home + sep)) return 'outside';
  const status = statSync(target);
  if (kind === 'directory') return status.isDirectory() ? undefined : 'nowhere';
  if (status.isFile()) return undefined;
  return status.isDirectory() ? 'folder' : 'nowhere';
}
