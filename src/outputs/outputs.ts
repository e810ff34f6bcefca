import type { Output } from './output.ts';
import { searchIndex } from './search-index.ts';

/** What is published beside the pages. */
export const outputs: readonly Output[] = [searchIndex];
