import type { Redirect } from '../../series/redirects.ts';
import type { Headers } from './response-headers.ts';

/** What every host shall do, in no host's words. */
export interface HostRules {
  /** The path that the site is served at; it starts and ends with `/`. */
  readonly base: string;
  /** Headers of every response. */
  readonly security: Headers;
  /** Headers of files whose names change with their content, beside those of all. */
  readonly hashed: Headers;
  /** Headers of all other files. */
  readonly pages: Headers;
  readonly redirects: readonly Redirect[];
}
