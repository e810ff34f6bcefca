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

/**
 * From rendered pages to a whole site in the same folder: finishes pages, adds all else, proves it.
 * While one page is being finished, those before it are indexed and compressed in other threads.
 */
export async function finishSite(folder: string, finishing: Finishing): Promise<Finished> {
  const names = filesBelow(folder).filter((name) => name.endsWith('.html') && !finishing.asTheyAre.has(name));
  const pages = finishPages(folder, inReadingOrder(names, finishing), finishing);
  const finished = Promise.all(names.map(async (name) => [name, await pages.get(name)] as const));
  const pageOf = (slug: string) => pages.get(`${slug}/index.html`);
  const site: BuiltSite = {
    ...finishing,
    hashes: async () => joined((await finished).flatMap(([, page]) => page?.hashes ?? [])),
    html: async (slug) => (await pageOf(slug))?.article ?? '',
    heading: async (slug) => (await pageOf(slug))?.heading,
    read: (path) => readIfThere(join(folder, path)),
  };
  const [all, clashes, copies] = await Promise.all([
    finished,
    writeOutputs(folder, site),
    compress(
      folder,
      pages.entries().map(([name, page]) => page.then(() => name)),
      finishing.keep,
    ),
  ]);
  clashes.push(...writeFiles(folder, await printBooks(folder, site, finishing.print), site));
  const files = new Set(filesBelow(folder)).difference(new Set(copies));
  sealWorker(folder, files);
  const facts = new Map(all.flatMap(([name, page]) => (page ? [[name, page.facts]] : [])));
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

/** First the pages of articles in the order of books and of the search index, which are made of them meanwhile. */
function inReadingOrder(names: readonly string[], { articles }: Finishing): string[] {
  const all = new Set(names);
  const first = articles.map(({ slug }) => `${slug}/index.html`).filter((name) => all.has(name));
  return [...new Set([...first, ...names])];
}

/** Tells of names that are taken already, one sentence each. */
async function writeOutputs(folder: string, site: BuiltSite): Promise<string[]> {
  const clashes = outputs.map(async (output) => writeFiles(folder, await output(site), site));
  return (await Promise.all(clashes)).flat();
}

function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  { publicFile }: BuiltSite,
): readonly string[] {
  return files.flatMap((file) => writeOutput(folder, file, publicFile));
}
