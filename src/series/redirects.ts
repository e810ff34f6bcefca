import type { Project } from './article.ts';

/** An address that an article has left, and the article's own. Both are paths below the base, as folders. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** The redirects of a build, in the order of the articles. */
export function redirectsOf({ articles }: Project): Redirect[] {
  return articles
    .filter(({ draft }) => !draft)
    .flatMap(({ slug, aliases }) => aliases.map(({ name }) => ({ from: `${name}/`, to: `${slug}/` })));
}
