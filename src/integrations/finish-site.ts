import { join } from 'node:path';
import { joined } from '../finishing/content-policy.ts';
import { parsePage } from '../finishing/page-tree.ts';
import type { BuiltSite, OutputFile } from '../outputs/output.ts';
import { outputs } from '../outputs/outputs.ts';
import { compress } from './compress.ts';
import { filesBelow } from './files-below.ts';
import { finishPages } from './finish-pages.ts';
import { compareWithLedger } from './ledger-file.ts';
import { type OutputPage, readPage } from './output-page.ts';
import { printBooks, type Printer } from './print-books.ts';
import { readIfThere } from './read-if-there.ts';
import { sealWorker } from './worker-version.ts';
import { verifyOutput } from './verify-output.ts';
import { writeOutput } from './write-output.ts';

/** What a site is made of besides its pages. */
export interface Finishing extends Omit<BuiltSite, 'html' | 'heading' | 'hashes' | 'read'> {
  /** Files of the output that are not the site's own, and are served as they are. */
  readonly asTheyAre: ReadonlySet<string>;
  /** The root of the project. */
  readonly root: string;
  readonly print: Printer | undefined;
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

/** The pages at addresses that articles have left. */
function redirectsIn(folder: string, { redirects }: Finishing): [string, OutputPage][] {
  return redirects.flatMap(({ from }): [string, OutputPage][] => {
    const text = readIfThere(join(folder, from, 'index.html'));
    return text ? [[`${from}index.html`, readPage(parsePage(new TextDecoder().decode(text)))]] : [];
  });
}

/** From rendered pages to a whole site in the same folder: finishes pages, adds all else, proves it. */
export async function finishSite(folder: string, finishing: Finishing): Promise<Finished> {
  const names = filesBelow(folder).filter((name) => name.endsWith('.html') && !finishing.asTheyAre.has(name));
  const pages = await finishPages(folder, names, finishing);
  const hashes = joined([...pages.values()].map((page) => page.hashes));
  const site: BuiltSite = {
    ...finishing,
    hashes,
    html: (slug) => pages.get(`${slug}/index.html`)?.article ?? '',
    heading: (slug) => pages.get(`${slug}/index.html`)?.heading,
    read: (path) => readIfThere(join(folder, path)),
  };
  // Pages are compressed in threads of their own while all else is made of them.
  const [clashes, copies] = await Promise.all([
    writeOutputs(folder, site),
    compress(folder, names, finishing.keep),
  ]);
  clashes.push(...writeFiles(folder, await printBooks(folder, site, finishing.print), site));
  const files = new Set(filesBelow(folder)).difference(new Set(copies));
  sealWorker(folder, files);
  const facts = new Map([...pages].map(([name, page]) => [name, page.facts]));
  const { findings: wrong, references } = verifyOutput({ files, pages: facts }, finishing.address);
  const { findings: lost, added } = compareWithLedger(
    finishing.root,
    files,
    new Map([...facts, ...redirectsIn(folder, finishing)]),
  );
  const findings = [...clashes, ...wrong, ...lost];
  if (findings.length === 0) {
    await compress(
      folder,
      [...files].filter((name) => !pages.has(name)),
      finishing.keep,
    );
  }
  return { pages: pages.size, findings, references, added };
}

/** Tells of names that are taken already, one sentence each. */
async function writeOutputs(folder: string, site: BuiltSite): Promise<string[]> {
  const made = await Promise.all(outputs.map((output) => output(site)));
  return made.flatMap((files) => writeFiles(folder, files, site));
}

function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  { publicFile }: BuiltSite,
): readonly string[] {
  return files.flatMap((file) => writeOutput(folder, file, publicFile));
}
