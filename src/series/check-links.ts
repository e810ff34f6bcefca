import { type Finding, type Problem, START } from './problem.ts';

/** A symbolic link that is not followed, and why. */
export interface SymbolicLink {
  /** Path from the project root. */
  readonly file: string;
  readonly leads: 'outside' | 'folder' | 'nowhere';
}

/** The problems of symbolic links: what they lead to would be missing, or would be published unseen. */
export function checkLinks(links: readonly SymbolicLink[]): Problem[] {
  return links.map(({ file, leads }) => ({ ...FINDINGS[leads], file, place: START }));
}

const FINDINGS: Readonly<Record<SymbolicLink['leads'], Finding>> = {
  outside: {
    rule: 'outside-link',
    message: 'This symbolic link leads out of the project.',
    hint: 'Put a copy of the file in its place.',
  },
  folder: {
    rule: 'outside-link',
    message: 'This symbolic link leads to a folder.',
    hint: 'Put the folder itself in its place, or links to its files.',
  },
  nowhere: {
    rule: 'outside-link',
    message: 'This symbolic link leads to nothing.',
    hint: 'Remove it, or put the file that it is to lead to in its place.',
  },
};
