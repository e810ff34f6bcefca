import type { ProjectState } from '../src/integrations/project-reader.ts';
import { mendReferences } from '../src/markdown/mending.ts';
import type { FileChange } from '../src/markdown/renaming.ts';
import { readSources, writeChanges } from './change-files.ts';
import { textDiff } from './text-diff.ts';

/** Whether a problem says what to write instead. */
export function isMendable(problem: object): boolean {
  return 'replacement' in problem && problem.replacement !== undefined;
}

/** The files in which something has exactly one right answer, with that. */
export function mendings({ project, problems }: ProjectState, root: string): FileChange[] {
  const files = new Set(problems.filter(isMendable).map(({ file }) => file));
  const articles = project.articles.filter(({ file, whole }) => whole && files.has(file));
  const sources = readSources(
    root,
    articles.map(({ file }) => file),
  );
  return articles.flatMap((article) => {
    const before = sources.get(article.file) ?? '';
    const after = mendReferences(before, article, project);
    return after === before ? [] : [{ from: article.file, to: article.file, before, after }];
  });
}

/** Shows changes, and writes them unless they are only to be shown. */
export function mend(root: string, changes: readonly FileChange[], { isDry, show }: Mending): void {
  for (const change of changes) show(textDiff(change));
  if (!isDry) writeChanges(root, changes);
  const count = changes.length === 1 ? '1 file' : `${changes.length} files`;
  const nothing = 'Nothing has exactly one right answer: nothing is changed.';
  show(changes.length === 0 ? nothing : `${isDry ? 'Would change' : 'Changed'} ${count}.`);
}

interface Mending {
  readonly isDry: boolean;
  readonly show: (text: string) => void;
}
