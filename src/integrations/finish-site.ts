import { joined } from '../finishing/content-policy.ts';
import type { BuiltSite } from '../outputs/output.ts';
import { outputs } from '../outputs/outputs.ts';
import { compress } from './compress.ts';
import { filesBelow } from './files-below.ts';
import { type FinishedPage, finishPages } from './finish-pages.ts';
import { compareWithLedger } from './ledger-file.ts';
import { sealWorker } from './worker-version.ts';
import { verifyOutput } from './verify-output.ts';
import { writeOutput } from './write-output.ts';

/** What a site is made of besides its pages. */
export interface Finishing extends Omit<BuiltSite, 'html' | 'hashes'> {
  /** Files of the output that are not the site's own, and are served as they are. */
  readonly asTheyAre: ReadonlySet<string>;
  /** The root of the project. */
  readonly root: string;
}

export interface Finished {
  /** What is wrong, one sentence each, with the page. */
  readonly findings: readonly string[];
  readonly pages: number;
  /** How many internal references were followed. */
  readonly references: number;
  /** Addresses that are published for the first time. */
  readonly added: readonly string[];
}

/** From rendered pages to a whole site in the same folder: finishes pages, adds all else, proves it. */
export async function finishSite(folder: string, finishing: Finishing): Promise<Finished> {
  const names = filesBelow(folder).filter((name) => name.endsWith('.html') && !finishing.asTheyAre.has(name));
  const pages = finishPages(folder, names, finishing.address);
  const hashes = joined([...pages.values()].map((page) => page.hashes));
  const clashes = await writeOutputs(folder, {
    ...finishing,
    hashes,
    html: (slug) => articleOf(pages, slug),
  });
  sealWorker(folder);
  const files = new Set(filesBelow(folder));
  const facts = new Map([...pages].map(([name, page]) => [name, page.facts]));
  const { findings: wrong, references } = verifyOutput({ files, pages: facts }, finishing.address);
  const { findings: lost, added } = compareWithLedger(finishing.root, files, facts);
  const findings = [...clashes, ...wrong, ...lost];
  if (findings.length === 0) await compress(folder, files);
  return { pages: pages.size, findings, references, added };
}

/** Tells of names that are taken already, one sentence each. */
async function writeOutputs(folder: string, site: BuiltSite): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const output of outputs) {
    for (const file of await output(site)) findings.push(...writeOutput(folder, file, site.publicFile));
  }
  return findings;
}

function articleOf(pages: ReadonlyMap<string, FinishedPage>, slug: string): string {
  return pages.get(`${slug}/index.html`)?.article ?? '';
}
