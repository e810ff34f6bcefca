import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuiltSite } from '../outputs/output.ts';
import { outputs } from '../outputs/outputs.ts';
import { filesBelow } from './files-below.ts';
import { type FinishedPage, finishPages } from './finish-pages.ts';
import { printBooks, type Printer } from './print-books.ts';
import { verifyOutput } from './verify-output.ts';

/** What a site is made of besides its pages. */
export interface Finishing extends Omit<BuiltSite, 'html' | 'read'> {
  /** Files of the output that are not the site's own, and are served as they are. */
  readonly asTheyAre: ReadonlySet<string>;
  readonly print: Printer | undefined;
}

export interface Finished {
  /** What is wrong, one sentence each, with the page. */
  readonly findings: readonly string[];
  readonly pages: number;
  /** How many internal references were followed. */
  readonly references: number;
}

/** From rendered pages to a whole site in the same folder: finishes pages, adds all else, proves it. */
export async function finishSite(folder: string, finishing: Finishing): Promise<Finished> {
  const names = filesBelow(folder).filter((name) => name.endsWith('.html') && !finishing.asTheyAre.has(name));
  const pages = finishPages(folder, names, finishing.address);
  const site: BuiltSite = {
    ...finishing,
    html: (slug) => articleOf(pages, slug),
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined),
  };
  await writeOutputs(folder, site);
  await printBooks(folder, site, finishing.print);
  const files = new Set(filesBelow(folder));
  const facts = new Map([...pages].map(([name, page]) => [name, page.facts]));
  return { pages: pages.size, ...verifyOutput({ files, pages: facts }, finishing.address) };
}

async function writeOutputs(folder: string, site: BuiltSite): Promise<void> {
  for (const output of outputs) {
    for (const { path, content } of await output(site)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  }
}

function articleOf(pages: ReadonlyMap<string, FinishedPage>, slug: string): string {
  return pages.get(`${slug}/index.html`)?.article ?? '';
}
