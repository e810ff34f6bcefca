import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { QUICK_START } from '../src/integrations/start-quickly.ts';
import { parseSiteAddress } from '../src/series/site-address.ts';
import { site } from '../src/site.ts';
import { hasColours, say } from './command-line.ts';

/** In megabytes: with more room for what is young, Astro takes a tenth more memory, and hardly less time. */
const YOUNG = '--max-semi-space-size=16';

/**
 * Builds the site of the working directory. Three processes share the work: this one finishes pages while another
 * one makes them with Astro, and what is to be read and rendered is so before Astro is loaded. Gives an exit code.
 */
export async function buildSite(): Promise<number> {
  const address = parseSiteAddress(process.env, site.origin);
  const pages = fork(new URL('build-pages.ts', import.meta.url), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...QUICK_START, YOUNG],
  });
  // Loaded while that one starts.
  const { makeAhead } = await import('../src/integrations/making-ahead.ts');
  // Astro's own folder for caches.
  void makeAhead({ root: process.cwd(), address, cache: resolve('node_modules/.astro') });
  const { printPage } = await import('./print-page.ts');
  const { finishFor } = await import('../src/integrations/remote-finisher.ts');
  const { SiteFinisher } = await import('../src/integrations/site-finisher.ts');
  const finisher = new SiteFinisher(printPage, sayAsAstro);
  try {
    const code = await finishFor(pages, finisher);
    if (code === 0) return code;
  } catch (error) {
    finisher.discard();
    throw error;
  }
  finisher.discard();
  // What was to be made ahead, and a turn that is waited for, are of no use any more.
  process.exit(1);
}

/** As lines of the pages' process are. */
function sayAsAstro(text: string): void {
  const time = new Date().toLocaleTimeString('en-GB');
  const [paintTime, paintLabel] = hasColours(process.stdout) ? (['dim', 'blue'] as const) : [[], []];
  say(`${styleText(paintTime, time)} ${styleText(paintLabel, '[series]')} ${text}`);
}
