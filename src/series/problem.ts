/** A point in a source file; lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export const START: Place = { line: 1, column: 1 };

/**
 * Every rule, with what breaks it. Ids are permanent.
 * A problem of a rule in `WARNINGS` does not fail a check or a build; all others do.
 */
export const RULES = {
  'alias-taken': 'An alias that is the address of something else, or of two articles.',
  'article-name': 'A file name that cannot become an address.',
  'article-size': 'An article too large to be read.',
  'code-meta': 'A title, a number or a list of lines of a code block that is not written as it must be.',
  'component-prop': 'A component with an attribute that it does not have, or without one that it needs.',
  'deep-nesting': 'Elements or expressions that stand too deep in each other.',
  'diagram-syntax': 'A diagram that is not valid Mermaid, or of a kind that is not drawn.',
  'draft-link': 'A link from a published article to a draft.',
  'duplicate-article': 'Two articles for one address, or for one part of a series.',
  'duplicate-definition': 'A footnote or a link that is defined twice.',
  'duplicate-export': 'Two exports of one name in an article.',
  'duplicate-file': 'Two files whose names some systems do not tell apart.',
  'duplicate-id': 'Two elements of one article with the same id.',
  'empty-article': 'An article with no text.',
  'empty-heading': 'A heading with no text.',
  encoding: 'A file that is not UTF-8.',
  'extra-title': 'A second first-level heading.',
  'front-matter-key': 'A front matter key that does not exist.',
  'front-matter-syntax': 'Front matter that is not valid YAML.',
  'front-matter-value': 'A front matter value of the wrong type, or an impossible date.',
  'heading-level': 'A heading that skips a level.',
  'heading-syntax': 'A heading whose signs are not followed by a space.',
  'hidden-character': 'A character that cannot be seen and changes what is read.',
  'html-syntax': 'A tag that is shown as text, because of a value without quotes.',
  'link-text': 'A link without a text.',
  'malformed-link': 'A link that is not a valid address.',
  'math-syntax': 'A formula that is not valid LaTeX, or is never closed.',
  'mdx-syntax': 'MDX that does not parse.',
  'missing-article': 'A link to an article that does not exist.',
  'missing-definition': 'A reference to a link that is not defined.',
  'missing-file': 'A link to a file that is not in `public/`.',
  'missing-footnote': 'A footnote reference without its footnote.',
  'missing-fragment': 'A link to an id that its target does not have.',
  'missing-import': 'An import of a file that does not exist.',
  'missing-index': 'A part whose series has no index.',
  'missing-picture': 'A picture that does not exist under exactly this name.',
  'missing-title': 'An article without a title.',
  'nested-article': 'An article in a folder below `articles/`.',
  'outside-link': 'A symbolic link that leads out of the project, to a folder, or to nothing.',
  'outside-project': 'A path that leads out of what the site publishes.',
  'picture-alt': 'A picture whose alternative text is empty or a placeholder.',
  'remote-resource': 'A picture or file that every reader would load from another site.',
  'reserved-name':
    'An article or a file of `public/` named like something of the site itself, or like a device.',
  'unclosed-element': 'HTML or a code block in Markdown that is opened and never closed.',
  'unknown-component': 'A component that does not exist.',
  'unknown-element': 'A tag in Markdown that HTML does not have.',
  'unknown-name': 'An MDX expression that uses a name which does not exist.',
  'unreadable-picture': 'A picture file that is damaged or of an unknown format.',
  'unsafe-scheme': 'A link with a scheme other than https, http, mailto and tel.',
  'unused-footnote': 'A footnote that nothing refers to, and so is not shown.',
  'written-date': 'An impossible date in the line `Written on …`.',
} as const;

export type RuleId = keyof typeof RULES;

const WARNINGS: ReadonlySet<RuleId> = new Set<RuleId>(['picture-alt']);

/** A rule that was broken: what is wrong (one sentence) and what to do about it. */
export interface Finding {
  readonly rule: RuleId;
  readonly message: string;
  readonly hint: string;
  /** The address to write instead of this one, where exactly one is right. */
  readonly replacement?: string | undefined;
}

/** A finding and where it is. */
export interface Problem extends Finding {
  /** Path from the project root, with `/`. */
  readonly file: string;
  readonly place: Place;
}

/** Problems of these rules keep an article from being rendered at all. */
const FATAL: ReadonlySet<RuleId> = new Set<RuleId>([
  'article-size',
  'deep-nesting',
  'duplicate-export',
  'encoding',
  'front-matter-syntax',
  'mdx-syntax',
  'missing-import',
  'unknown-component',
  'unknown-name',
]);

export function isFatal(problem: Finding): boolean {
  return FATAL.has(problem.rule);
}

export function isWarning(problem: Finding): boolean {
  return WARNINGS.has(problem.rule);
}

/** By file, then by place: the order in which an author mends them. */
export function sortProblems<Told extends Pick<Problem, 'file' | 'place'> & { readonly rule: string }>(
  problems: readonly Told[],
): Told[] {
  return problems.toSorted(
    (a, b) =>
      a.file.localeCompare(b.file, 'en', { numeric: true }) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      a.rule.localeCompare(b.rule),
  );
}
