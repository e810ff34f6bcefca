/** The part of a series that a file is; number 0 is the series' index. */
export interface SeriesMember {
  /** The name of the file without its number: `llm` for `llm12`. */
  readonly series: string;
  readonly number: number;
}

export interface ArticleName {
  /** Path from the project root, with `/`: `articles/llm1.mdx`. */
  readonly file: string;
  /** The file's name without its extension; also its address: `llm1` is served at `/llm1/`. */
  readonly slug: string;
  readonly format: 'md' | 'mdx';
  /** Absent for a page outside any series, such as `about`. */
  readonly member?: SeriesMember;
}

const ARTICLE_FILE = /^articles\/([^/]+)\.(mdx?)$/;
const MEMBER = /^(.*\p{L}[-_]?)(\d{1,9})$/u;

/** A slug is letters and digits of any script, with `-`, `_` and `.` between them. */
const SLUG = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u;

export function isSlug(slug: string): boolean {
  return SLUG.test(slug) && !slug.endsWith('.');
}

/** Returns undefined for a file that is not an article (another folder, another extension). */
export function parseArticleName(file: string): ArticleName | undefined {
  const [, slug, extension] = ARTICLE_FILE.exec(file.normalize('NFC')) ?? [];
  if (slug === undefined) return undefined;
  const format = extension === 'mdx' ? 'mdx' : 'md';
  const [, series, number] = MEMBER.exec(slug) ?? [];
  if (series === undefined) return { file, slug, format };
  return { file, slug, format, member: { series, number: Number(number) } };
}
