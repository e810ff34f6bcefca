import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { joined } from '../finishing/content-policy.ts';
import { parsePage } from '../finishing/page-tree.ts';
import type { BuiltSite, Output, OutputFile } from '../outputs/output.ts';
import { firstOutput, outputs } from '../outputs/outputs.ts';
import { compress } from './compress.ts';
import { filesBelow } from './files-below.ts';
import type { FinishedPage, Made } from './finish-pages.ts';
import { articlePageName } from './finished-key.ts';
import { compareWithLedger } from './ledger-file.ts';
import type { RememberedFolder } from './output-folder.ts';
import { type OutputPage, readPage } from './output-page.ts';
import { PageQueue } from './page-queue.ts';
import { printBooks, type Printer } from './print-books.ts';
import { readIfThere } from './read-if-there.ts';
import { sealWorker, SiteVersion, WORKER_FILE } from './worker-version.ts';
import { verifyOutput } from './verify-output.ts';
import { writeFiles, writeOutput, type Written } from './write-output.ts';

/** What a site is made of besides its pages. */
export interface Finishing extends Omit<BuiltSite, 'html' | 'heading' | 'hashes' | 'markdown' | 'read'> {
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
 * From rendered pages to a whole site in the same folder. It can begin while there are few pages: those that are
 * written are finished and indexed while Astro makes others in another process.
 */
export class SiteFinishing {
  readonly #folder: RememberedFolder;
  readonly #finishing: Finishing;
  readonly #pages: PageQueue;
  readonly #markdown = new Map<string, PromiseWithResolvers<string>>();
  readonly #all = Promise.withResolvers<readonly FinishedPage[]>();
  readonly #site: BuiltSite;
  readonly #first: Promise<readonly OutputFile[]>;

  constructor(folder: RememberedFolder, finishing: Finishing) {
    this.#folder = folder;
    this.#finishing = finishing;
    this.#pages = new PageQueue(folder, finishing);
    this.#site = {
      ...finishing,
      hashes: async () => joined((await this.#all.promise).map(({ hashes }) => hashes)),
      html: async (slug) => (await this.#pages.page(articlePageName(slug)))?.article ?? '',
      heading: async (slug) => (await this.#pages.page(articlePageName(slug)))?.heading,
      markdown: (slug) => this.#markdownOf(slug).promise,
      read: (path) => readIfThere(join(folder.path, path)),
    };
    this.#first = Promise.resolve(firstOutput(this.#site));
    // What goes wrong is told by `end`, which waits for it.
    this.#first.catch(() => undefined);
  }

  /** An article as plain Markdown. */
  tell(slug: string, markdown: string): void {
    this.#markdownOf(slug).resolve(markdown);
  }

  /** The page of an article, which is not written yet. */
  add(slug: string, made: Made): void {
    this.#pages.add(articlePageName(slug), made);
  }

  /** All other pages are written, and files that were `made` of this: finishes them, adds all else, proves it. */
  async end(made: ReadonlyMap<string, string>): Promise<Finished> {
    const [folder, finishing] = [this.#folder, this.#finishing];
    const { asTheyAre, keep } = finishing;
    const { published } = folder;
    for (const [name, what] of made) published.note(name, what);
    const there = filesBelow(folder.path).filter((name) => name.endsWith('.html') && !asTheyAre.has(name));
    const names = [...new Set([...this.#pages.names, ...there])];
    for (const { resolve } of this.#markdown.values()) resolve('');
    const pages = await this.#finished(names);
    // All else is made, written and proved while another process makes the index.
    const [copiesOfPages, others] = await Promise.all([compress(folder, names, keep), this.#others()]);
    const printed = writeFiles(
      folder,
      await printBooks(folder.path, this.#site, finishing.print),
      this.#site,
    );
    const copies = new Set([...copiesOfPages, ...others.flatMap((output) => output.copies)]);
    const known = filesBelow(folder.path).filter((name) => !copies.has(name));
    const { findings: wrong, ...proof } = this.#prove(new Set(known), pages);
    // Hashed while the index is made.
    const version = known.includes(WORKER_FILE) ? new SiteVersion() : undefined;
    for (const name of known) version?.add(name, published.hashOf(folder.path, name));
    const index = await writeOutput(folder, await this.#first, this.#site);
    const files = new Set([...known, ...index.names].toSorted());
    for (const name of index.names.toSorted()) version?.add(name, published.hashOf(folder.path, name));
    if (version) sealWorker(folder.path, version);
    const clashes = [...others, index].flatMap((output) => output.clashes);
    const findings = [...clashes, ...printed, ...wrong];
    if (findings.length === 0) {
      const compressed = new Set([...copies, ...index.copies]);
      const left = [...files].filter((name) => !compressed.has(`${name}.br`));
      const last = await compress(folder, left, keep);
      published.keep(folder.path, new Set([...files, ...compressed, ...last]));
    }
    return { pages: pages.size, findings, ...proof };
  }

  /** What one draws or compresses in other threads takes no time of the next. */
  async #others(): Promise<readonly Written[]> {
    const written: Promise<Written>[] = [];
    for (const output of outputs) {
      const one = this.#write(output);
      // What goes wrong is told at the end.
      one.catch(() => undefined);
      written.push(one);
      // What makes the index need not wait until all are made to be heard.
      await setImmediate();
    }
    return Promise.all(written);
  }

  async #write(output: Output): Promise<Written> {
    return writeOutput(this.#folder, await output(this.#site), this.#site);
  }

  /** What is wrong with these files, to whose index no page refers. */
  #prove(
    files: ReadonlySet<string>,
    pages: ReadonlyMap<string, FinishedPage>,
  ): Pick<Finished, 'findings' | 'references' | 'added'> {
    const facts = new Map([...pages].map(([name, page]) => [name, page.facts]));
    const { findings: wrong, references } = verifyOutput({ files, pages: facts }, this.#finishing.address);
    const all = new Map([...facts, ...redirectsIn(this.#folder.path, this.#finishing)]);
    const { findings: lost, added } = compareWithLedger(this.#finishing.root, files, all);
    return { findings: [...wrong, ...lost], references, added };
  }

  async #finished(names: readonly string[]): Promise<ReadonlyMap<string, FinishedPage>> {
    const ended = this.#pages.end(inReadingOrder(names, this.#finishing));
    const all = await Promise.all(names.map(async (name) => [name, await this.#pages.page(name)] as const));
    await ended;
    const pages = all.flatMap(([name, page]) => (page ? [[name, page] as const] : []));
    this.#all.resolve(pages.map(([, page]) => page));
    return new Map(pages);
  }

  #markdownOf(slug: string): PromiseWithResolvers<string> {
    const markdown = this.#markdown.get(slug) ?? Promise.withResolvers<string>();
    this.#markdown.set(slug, markdown);
    return markdown;
  }
}

/** First the pages of articles in the order of books and of the search index, which are made of them meanwhile. */
function inReadingOrder(names: readonly string[], { articles }: Finishing): string[] {
  const all = new Set(names);
  const first = articles.map(({ slug }) => articlePageName(slug)).filter((name) => all.has(name));
  return [...new Set([...first, ...names])];
}
