import { feeds } from './feeds.ts';
import { hostFiles } from './hosting/host-files.ts';
import { redirectPages } from './redirect-pages.ts';
import type { Output } from './output.ts';

/** What is published beside the pages. */
export const outputs: readonly Output[] = [redirectPages, hostFiles, feeds];
