import type { Article, Project } from '../series/article.ts';
import { isSlug } from '../series/article-name.ts';
import { checkProject } from '../series/check.ts';
import { articleBehind, movedLink } from '../series/moved-link.ts';
import type { Problem } from '../series/problem.ts';
import type { Move } from '../series/renumbering.ts';
import { type AliasChange, editAliases } from './alias-edits.ts';
import { proveLinks, refuseUnreadable } from './renaming-proof.ts';
import { readArticle } from './read-article.ts';
import { editReferences } from './references/reference-spans.ts';

/** A project and all that stands below `articles/`: every file's path, and every article's source by its path. */
export interface Written {
  readonly project: Project;
  readonly files: readonly string[];
  readonly sources: ReadonlyMap<string, string>;
}

/** A file that gets another name, another text, or both. */
export interface FileChange {
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly after: string;
}

export interface Renaming {
  readonly files: readonly FileChange[];
  /** How many links are written anew. */
  readonly links: number;
  /** Addresses that lead on from now on, with the file that says so. */
  readonly added: readonly AliasOf[];
  /** Addresses that led on, and are an article's own from now on. */
  readonly removed: readonly AliasOf[];
  /** What will be wrong that was not. */
  readonly problems: readonly Problem[];
}

export interface AliasOf {
  readonly alias: string;
  readonly file: string;
}

/** Problems that no renaming may make. */
const REFUSED: ReadonlySet<Problem['rule']> = new Set([
  ...(['alias-taken', 'article-name', 'duplicate-article', 'duplicate-file', 'reserved-name'] as const),
]);

/**
 * All that changes when articles get other names: every link to them is written anew in its form, all at once, and
 * an address that was left leads on unless another article has it now, or its own was a draft's. Throws an Error
 * that says why it cannot be done.
 */
export function planRenaming(written: Written, moves: readonly Move[]): Renaming {
  const { project } = written;
  refuseUnreadable(project, moves);
  const byFile = new Map(moves.map((move) => [move.from.file, move]));
  const slugs = new Map(moves.map(({ from, to }) => [from.slug, to.slug]));
  const after = renamedProject(project, byFile);
  const addresses = new Set(after.articles.map(({ slug }) => slug.toLowerCase()));
  const taken = new Set(moves.map(({ to }) => to.slug.toLowerCase()));
  const plans = project.articles.map((article) => {
    const source = written.sources.get(article.file) ?? '';
    const { text: linked, links } = withMovedLinks(source, article, { project, after, slugs });
    const move = byFile.get(article.file);
    const names = article.aliases.map(({ name }) => name);
    const add = move && isKept(move.from.slug, article, addresses) ? [move.from.slug] : [];
    const aliases = {
      add: add.filter((name) => !names.includes(name)),
      remove: names.filter((name) => taken.has(name.toLowerCase())),
    };
    const text = withAliases(linked, article, aliases);
    const name = move?.to ?? article;
    const isSame = text === source && !move;
    return {
      article,
      reread: isSame ? article : readArticle(nameOf(name), new TextEncoder().encode(text)),
      links,
      change: { from: article.file, to: name.file, before: source, after: text },
      aliases,
    };
  });
  const finished = withArticles(
    project,
    plans.map(({ reread }) => reread),
  );
  for (const { article, reread } of plans) proveLinks(article, reread, { project, finished, slugs });
  const told = (kind: 'add' | 'remove') =>
    plans.flatMap(({ aliases, change }) => aliases[kind].map((alias) => ({ alias, file: change.to })));
  return {
    files: plans.map(({ change }) => change).filter((c) => c.from !== c.to || c.before !== c.after),
    links: plans.reduce((sum, plan) => sum + plan.links, 0),
    added: told('add'),
    removed: told('remove'),
    problems: newProblems(written, finished, byFile),
  };
}

interface Moving {
  readonly project: Project;
  readonly after: Project;
  readonly slugs: ReadonlyMap<string, string>;
}

function withMovedLinks(source: string, article: Article, { project, after, slugs }: Moving) {
  let links = 0;
  const text = editReferences(source, article.format, (url, { use }) => {
    const from = articleBehind({ url, use }, { article, project });
    const to = slugs.get(from ?? '');
    if (from === undefined || to === undefined) return undefined;
    links++;
    return movedLink({ url, use }, { from, to }, { article, project: after });
  });
  return { text, links };
}

function withAliases(source: string, { file }: Article, change: AliasChange): string {
  const text = editAliases(source, change);
  if (text !== undefined) return text;
  const wanted = [
    ...change.add.map((name) => `add \`${name}\``),
    ...change.remove.map((name) => `take out \`${name}\``),
  ];
  throw new Error(
    `The front matter of \`${file}\` is written so that its \`aliases\` cannot be changed: ${wanted.join(', ')} by hand first.`,
  );
}

function isKept(slug: string, { draft, whole }: Article, addresses: ReadonlySet<string>): boolean {
  return !draft && whole && isSlug(slug) && !addresses.has(slug.toLowerCase());
}

function nameOf({ file, slug, format, member }: Move['to']): Move['to'] {
  return member ? { file, slug, format, member } : { file, slug, format };
}

function renamedProject(project: Project, moves: ReadonlyMap<string, Move>): Project {
  return withArticles(
    project,
    project.articles.map((article) => ({ ...article, ...moves.get(article.file)?.to })),
  );
}

function withArticles(project: Project, articles: readonly Article[]): Project {
  return {
    ...project,
    articles,
    bySlug: new Map(articles.toReversed().map((article) => [article.slug, article])),
  };
}

function newProblems(written: Written, finished: Project, moves: ReadonlyMap<string, Move>): Problem[] {
  const identity = ({ rule, message }: Problem) => `${rule} ${message}`;
  const known = new Set(checkProject(written.project, written.files).map(identity));
  const files = written.files.map((file) => moves.get(file)?.to.file ?? file);
  const fresh = checkProject(finished, files).filter((problem) => !known.has(identity(problem)));
  const refused = fresh.find(({ rule }) => REFUSED.has(rule));
  if (refused) throw new Error(`${refused.message} ${refused.hint}`);
  return fresh;
}
