import type { Article, Project, Reference } from '../series/article.ts';
import { articleBehind } from '../series/moved-link.ts';
import { START } from '../series/problem.ts';
import type { Move } from '../series/renumbering.ts';

/** Where an article cannot be parsed, its links are not known; where one imports another, its name is code. */
export function refuseUnreadable({ articles }: Project, moves: readonly Move[]): void {
  const isEmpty = ({ problems }: Article) => problems.every(({ rule }) => rule === 'empty-article');
  const broken = articles.filter((article) => !article.whole && !isEmpty(article));
  if (broken.length > 0) {
    const names = broken.map(({ file }) => `\`${file}\``).join(', ');
    throw new Error(`It cannot be read what ${names} links to: mend it first, as \`npm run check\` says.`);
  }
  for (const { file, imports } of articles) {
    const found = imports.find(({ name }) => moves.some(({ from }) => name.endsWith(from.file.slice(8))));
    if (found) {
      throw new Error(`\`${file}\` imports \`${found.name}\`, which is not a link: take that out first.`);
    }
  }
}

export interface Proof {
  readonly project: Project;
  readonly finished: Project;
  readonly slugs: ReadonlyMap<string, string>;
}

/**
 * Throws where a reference would not lead where it led, or where one that leads to no article would change: it is
 * written so that its place in the source is not known.
 */
export function proveLinks(before: Article, after: Article, { project, finished, slugs }: Proof): void {
  const isRight = (reference: Reference, other: Reference | undefined) => {
    if (!other) return false;
    const slug = articleBehind(reference, { article: before, project });
    if (slug === undefined) return other.url === reference.url;
    return articleBehind(other, { article: after, project: finished }) === (slugs.get(slug) ?? slug);
  };
  const wrong = before.references.find((reference, at) => !isRight(reference, after.references[at]));
  if (!wrong && before.references.length === after.references.length) return;
  const { line, column } = wrong?.place ?? START;
  throw new Error(
    `${before.file}:${line}:${column}: this link is written so that it cannot be changed. Change it by hand first.`,
  );
}
