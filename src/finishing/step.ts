import type { SiteAddress } from '../series/site-address.ts';
import type { PageTree } from './page-tree.ts';

/** A page between the renderer and the host. */
export interface Page {
  /** Its file below the output folder: `llm1/index.html`. */
  readonly name: string;
  readonly tree: PageTree;
  readonly address: SiteAddress;
}

/** One job on a finished page: it changes the tree, and nothing else. */
export type Step = (page: Page) => void;
