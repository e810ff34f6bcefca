import { type ArticleName, isSlug, parseArticleName, type SeriesMember } from './article-name.ts';
import { nearest } from './nearest.ts';
import { RESERVED_SLUGS } from './reserved-slugs.ts';

/** An article that gets another name. */
export interface Move {
  readonly from: ArticleName;
  readonly to: ArticleName;
}

/**
 * The moves by which an article gets another name, its own first. On the number of another part of its series it
 * is inserted: that one and those behind it move up by one, until a number is free. Throws an Error that says what
 * is wrong with the two names.
 */
export function movesFor(articles: readonly ArticleName[], [from, to]: readonly [string, string]): Move[] {
  const source = sourceOf(articles, from);
  const target = targetOf(source, to);
  if (target.slug === source.slug) throw new Error(`\`${source.file}\` has that name already.`);
  const others = articles.filter((article) => article !== source);
  const own = { from: source, to: target };
  const taken = others.find((other) => isSamePlace(other, target));
  if (!taken) return [own];
  return [own, ...shiftsFrom(partAt(taken, own), others)];
}

function sourceOf(articles: readonly ArticleName[], typed: string): ArticleName {
  const name = withoutFolder(typed);
  const found = articles.filter(({ slug, format }) => slug === name || `${slug}.${format}` === name);
  const [article, twin] = found;
  if (article && twin) throw new Error(`\`${article.file}\` and \`${twin.file}\` both have that name.`);
  if (article) return article;
  const near = nearest(
    name,
    articles.map(({ slug }) => slug),
  );
  throw new Error(
    `There is no article \`${typed}\`${near === undefined ? '.' : `; did you mean \`${near}\`?`}`,
  );
}

function targetOf({ format, file }: ArticleName, typed: string): ArticleName {
  const name = withoutFolder(typed);
  const [, stem = name, extension] = /^(.*)\.(mdx?|markdown|mdown|mkdn?|html?|txt)$/i.exec(name) ?? [];
  if (extension !== undefined && extension !== format) {
    throw new Error(`\`${file}\` keeps its extension: write \`${stem}\` or \`${stem}.${format}\`.`);
  }
  const target = isSlug(stem) ? parseArticleName(`articles/${stem}.${format}`) : undefined;
  if (!target) {
    throw new Error(`\`${typed}\` cannot become an address: letters, digits, \`-\`, \`_\` and \`.\` can.`);
  }
  if (RESERVED_SLUGS.has(stem.toLowerCase()))
    throw new Error(`\`/${stem}/\` is an address of the site itself.`);
  return target;
}

function withoutFolder(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/^\.\//, '')
    .replace(/^articles\//, '');
}

/** The same address, or the same part of a series: `llm3` and `llm03`. */
function isSamePlace(one: ArticleName, other: ArticleName): boolean {
  if (one.slug.toLowerCase() === other.slug.toLowerCase()) return true;
  const [a, b] = [one.member, other.member];
  return a !== undefined && b !== undefined && a.series === b.series && a.number === b.number;
}

/** The part of a series that an article is to become, where another one is that. */
function partAt(taken: ArticleName, { from, to: { member } }: Move): SeriesMember {
  const isPart = member && taken.member?.series === member.series;
  if (!isPart) throw new Error(`\`${taken.file}\` has that name.`);
  if (member.number === 0) throw new Error(`\`${taken.file}\` is the index of its series, and stays that.`);
  if (from.member?.series === member.series && from.member.number > 0) return member;
  throw new Error(
    `\`${taken.file}\` has that number. To insert \`${from.slug}\` before it, give it a free number of the series first.`,
  );
}

function shiftsFrom({ series, number: first }: SeriesMember, others: readonly ArticleName[]): Move[] {
  const moves: Move[] = [];
  for (let number = first; ; number++) {
    const [part, twin] = others.filter(({ member }) => member?.number === number && member.series === series);
    if (!part) return moves;
    if (twin) throw new Error(`\`${part.file}\` and \`${twin.file}\` are the same part: rename one by hand.`);
    moves.push({ from: part, to: numbered(part, { series, number: number + 1 }) });
  }
}

/** Its number is as wide as it was, where it began with a zero. */
function numbered({ slug, format }: ArticleName, { series, number }: SeriesMember): ArticleName {
  const digits = String(number).padStart(slug.length - series.length, '0');
  const name = parseArticleName(`articles/${series}${digits}.${format}`);
  if (!name?.member) throw new Error(`\`${slug}\` cannot move up: its number is too large.`);
  return name;
}
