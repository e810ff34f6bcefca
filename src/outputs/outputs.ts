import { feeds } from './feeds.ts';
import { hostFiles } from './hosting/host-files.ts';
import type { Output } from './output.ts';

/** What is published beside the pages. */
export const outputs: readonly Output[] = [hostFiles, feeds];
