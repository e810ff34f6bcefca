import { planRenaming, type Renaming, type Written } from '../../src/markdown/renaming.ts';
import { movesFor } from '../../src/series/renumbering.ts';
import { type ProjectFiles, projectOf } from './articles.ts';

/** Articles by file name, in memory. */
export type Articles = Readonly<Record<string, string>>;

export function writtenOf(articles: Articles, others: Omit<ProjectFiles, 'articles'> = {}): Written {
  const project = projectOf({ ...others, articles });
  const sources = new Map(Object.entries(articles).map(([name, text]) => [`articles/${name}`, text]));
  return { project, files: [...sources.keys()], sources };
}

export function planned(
  articles: Articles,
  names: readonly [string, string],
  others: Omit<ProjectFiles, 'articles'> = {},
): Renaming {
  const written = writtenOf(articles, others);
  return planRenaming(written, movesFor(written.project.articles, names));
}

/** The articles after a renaming. */
export function renamed(articles: Articles, names: readonly [string, string]): Articles {
  const { files } = planned(articles, names);
  const kept = Object.entries(articles).filter(
    ([name]) => !files.some(({ from }) => from === `articles/${name}`),
  );
  return Object.fromEntries([
    ...kept,
    ...files.map(({ to, after }) => [to.replace('articles/', ''), after] as const),
  ]);
}
