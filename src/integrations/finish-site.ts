import { join } from 'node:path';
import { joined } from '../finishing/content-policy.ts';
import { parsePage } from '../finishing/page-tree.ts';
import type { BuiltSite, OutputFile } from '../outputs/output.ts';
import { outputs } from '../outputs/outputs.ts';
import { compress } from './compress.ts';
import { filesBelow } from './files-below.ts';
import { type FinishedPage, finishPages } from './finish-pages.ts';
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
  /** The folder for caches. */
  readonly cache?: string;
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
  const site = siteOf(folder, { pages, finished }, finishing);
  const [all, { clashes, copies }, copiesOfPages] = await Promise.all([
    finished,
    writeOutputs(folder, site),
    compress(
      folder,
      pages.entries().map(([name, page]) => page.then(() => name)),
      finishing.keep,
    ),
  ]);
  const compressed = new Set([...copies, ...copiesOfPages]);
  const printed = writeFiles(folder, await printBooks(folder, site, finishing.print), site);
  const files = new Set(filesBelow(folder)).difference(compressed);
  sealWorker(folder, files);
  const facts = new Map(all.flatMap(([name, page]) => (page ? [[name, page.facts]] : [])));
  const { findings: wrong, references } = verifyOutput({ files, pages: facts }, finishing.address);
  const { findings: lost, added } = compareWithLedger(
    finishing.root,
    files,
    new Map([...facts, ...redirectsIn(folder, finishing)]),
  );
  const findings = [...clashes, ...printed, ...wrong, ...lost];
  if (findings.length === 0) {
    await compress(
      folder,
      [...files].filter((name) => !compressed.has(`${name}.br`)),
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

interface Pages {
  readonly pages: ReturnType<typeof finishPages>;
  /** All of them, once the last is there. */
  readonly finished: Promise<readonly (readonly [name: string, page: FinishedPage | undefined])[]>;
}

/** The site as outputs see it while its pages are still being finished. */
function siteOf(folder: string, { pages, finished }: Pages, finishing: Finishing): BuiltSite {
  const pageOf = (slug: string) => pages.get(`${slug}/index.html`);
  return {
    ...finishing,
    hashes: async () => joined((await finished).flatMap(([, page]) => page?.hashes ?? [])),
    html: async (slug) => (await pageOf(slug))?.article ?? '',
    heading: async (slug) => (await pageOf(slug))?.heading,
    read: (path) => readIfThere(join(folder, path)),
  };
}

interface Written {
  /** Names that are taken already, one sentence each. */
  readonly clashes: readonly string[];
  /** The names of compressed copies. */
  readonly copies: readonly string[];
}

/** Writes and compresses what each output makes as soon as it is made. */
async function writeOutputs(folder: string, site: BuiltSite): Promise<Written> {
  const written = await Promise.all(
    outputs.map(async (output): Promise<Written> => {
      const files = await output(site);
      const clashes = writeFiles(folder, files, site);
      const names = files.map(({ path }) => path);
      return { clashes, copies: await compress(folder, names, site.keep) };
    }),
  );
  return {
    clashes: written.flatMap(({ clashes }) => clashes),
    copies: written.flatMap(({ copies }) => copies),
  };
}

/** Tells of names that are taken already. */
function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  { publicFile }: BuiltSite,
): readonly string[] {
  return files.flatMap((file) => writeOutput(folder, file, publicFile));
}
