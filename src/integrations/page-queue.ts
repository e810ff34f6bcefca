import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type FinishedPage, keptPage, type Made, type PageFinishing } from './finish-pages.ts';
import { finishAhead } from './finishing-ahead.ts';
import { type OutputFolder, putMade } from './output-folder.ts';

/** After as many new pages, another thread is asked to help with those that are left: they will be new, too. */
const MANY = 40;

/**
 * Takes pages of an output folder through all finishing steps, one after the other: each is given as soon as it
 * is finished. What is made of it, and what others do with it, goes on between two pages.
 */
export class PageQueue {
  readonly #folder: OutputFolder;
  readonly #site: PageFinishing;
  readonly #pages = new Map<string, PromiseWithResolvers<FinishedPage | undefined>>();
  /** In the order in which they are finished. */
  readonly #names = new Set<string>();
  /** Of those that are not written yet. */
  readonly #made = new Map<string, Made>();
  readonly #begun = new Int32Array(new SharedArrayBuffer(4));
  #anew = 0;
  #isWhole = false;
  #other: Promise<void> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: OutputFolder, site: PageFinishing) {
    this.#folder = folder;
    this.#site = site;
  }

  /** A page once it is finished; undefined where there is none. What goes wrong with it is told here. */
  page(name: string): Promise<FinishedPage | undefined> {
    return this.#page(name).promise;
  }

  /** All pages that were added. */
  get names(): ReadonlySet<string> {
    return this.#names;
  }

  /** Finishes a page that is `made`, or written already, after all that were added before. */
  add(name: string, made?: Made): void {
    if (this.#names.has(name)) return;
    if (made) this.#made.set(name, made);
    const { resolve, reject } = this.#page(name);
    this.#names.add(name);
    this.#last = this.#last
      .then(() => this.#finish(name))
      .then(resolve, reject)
      .then(() => setImmediate());
  }

  /** Finishes all pages that there are, those first that were added, and resolves when all are. */
  async end(names: readonly string[]): Promise<void> {
    for (const name of names) this.add(name);
    const all = new Set(names);
    for (const [name, { resolve }] of this.#pages) if (!all.has(name)) resolve(undefined);
    this.#isWhole = true;
    this.#askForHelp();
    await this.#last;
    await this.#other;
  }

  #page(name: string): PromiseWithResolvers<FinishedPage | undefined> {
    const page = this.#pages.get(name) ?? Promise.withResolvers<FinishedPage | undefined>();
    // Where nobody waits for it, nobody is told.
    page.promise.catch(() => undefined);
    this.#pages.set(name, page);
    return page;
  }

  async #finish(name: string): Promise<FinishedPage> {
    const path = join(this.#folder.path, name);
    Atomics.add(this.#begun, 0, 1);
    const { isNew, html, stamp, ...page } = await keptPage(
      name,
      this.#made.get(name) ?? readFileSync(path),
      this.#site,
    );
    mkdirSync(dirname(path), { recursive: true });
    await putMade(this.#folder, name, { made: stamp, content: html });
    this.#made.delete(name);
    if (isNew) this.#anew += 1;
    if (this.#anew === MANY) this.#askForHelp();
    return page;
  }

  /** Another thread is of help once all pages are written: it begins with the last. */
  #askForHelp(): void {
    const { address, cache } = this.#site;
    if (!this.#isWhole || this.#anew < MANY || cache === undefined) return;
    const [folder, names, made] = [this.#folder.path, [...this.#names], this.#made];
    this.#other ??= finishAhead({ folder, names, made, address, cache, begun: this.#begun });
  }
}
