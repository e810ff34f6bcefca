import type { Article, Found } from '../series/article.ts';
import type { ArticleName } from '../series/article-name.ts';
import type { Finding, Problem } from '../series/problem.ts';

/** A whole book in one file: more takes more memory to parse than a machine may have. */
export const LARGEST = 1_000_000;

export const EMPTY: Finding = {
  rule: 'empty-article',
  message: 'The file is empty.',
  hint: 'Write the article, or remove the file.',
};

export function tooLarge(bytes: number): Finding {
  return {
    rule: 'article-size',
    message: `The file has ${(bytes / 1e6).toFixed(1)} MB; an article has at most ${LARGEST / 1e6} MB.`,
    hint: 'Divide it into several parts; data belongs into a file in `public/`.',
  };
}

export function notUtf8(looksLike: string | undefined): Finding {
  const message = looksLike ? `The file is ${looksLike}, not UTF-8.` : 'From here on the file is not UTF-8.';
  return { rule: 'encoding', message, hint: 'Save it again with the encoding UTF-8.' };
}

/** What is known of an article by its name, with what kept it from being read. */
export function unreadArticle(name: ArticleName, found: readonly Found[] = []): Article {
  return {
    ...name,
    title: undefined,
    isTitleUnknown: true,
    description: undefined,
    summary: undefined,
    written: undefined,
    updated: undefined,
    draft: false,
    image: undefined,
    language: undefined,
    upcoming: [],
    aliases: [],
    words: 0,
    headings: [],
    ids: new Set(),
    references: [],
    alternatives: [],
    components: [],
    imports: [],
    problems: inFile(name, found),
    whole: false,
    needsJavaScript: false,
  };
}

/** What was found in an article, as problems of its file. */
export function inFile({ file }: ArticleName, found: readonly Found[]): Problem[] {
  return found.map(({ finding, place }) => ({ ...finding, file, place }));
}
