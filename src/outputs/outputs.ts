import { epubs } from './book/epub.ts';
import type { Output } from './output.ts';

/** What is published beside the pages. */
export const outputs: readonly Output[] = [epubs];
