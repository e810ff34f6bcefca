import type { ReferenceUse } from '../../series/article.ts';
import type { Range } from '../text-edits.ts';

/** Where an article's source has the address of a reference. */
export interface ReferenceSpan extends Range {
  /** The address as `readArticle` has it: without escapes, entities and brackets. */
  readonly url: string;
  readonly use: ReferenceUse;
  /** What must stand from `start` to `end` for another address to be read there. */
  readonly write: (url: string) => string;
}
