import { join } from 'node:path';
import { end } from './end-build.ts';
import { SiteFinishing } from './finish-site.ts';
import type { BuildPlace, Finisher, Prepared, SiteFacts } from './finisher.ts';
import { Keeper } from './keeper.ts';
import { makeAhead } from './making-ahead.ts';
import { PublishedFiles } from './published-files.ts';
import type { Printer } from './print-books.ts';
import { readIfThere } from './read-if-there.ts';
import { StagedOutput } from './staged-output.ts';

/** Says something of a build. */
export type Say = (text: string) => void;

/** The build that it works on. */
interface Build {
  readonly place: BuildPlace;
  readonly staging: StagedOutput;
}

/** Finishes a site in this process. */
export class SiteFinisher implements Finisher {
  readonly #print: Printer | undefined;
  readonly #say: Say;
  #build: Build | undefined;
  #site: { readonly finishing: SiteFinishing; readonly keeper: Keeper } | undefined;

  constructor(print: Printer | undefined, say: Say) {
    this.#print = print;
    this.#say = say;
  }

  async prepare(place: BuildPlace): Promise<Prepared> {
    const staging = new StagedOutput(place.output);
    this.#build = { place, staging };
    await staging.begin(place.cache, this.#say);
    return { folder: staging.folder, leavesProcessor: makeAhead(place).leavesProcessor };
  }

  async articles(): Promise<void> {
    if (this.#build) await makeAhead(this.#build.place).articles;
  }

  async pictures(): Promise<void> {
    if (this.#build) await makeAhead(this.#build.place).pictures;
  }

  begin(facts: SiteFacts): void {
    if (!this.#build) throw new Error('It is not said where the site is built.');
    const { place, staging } = this.#build;
    const { root, address, cache, output } = place;
    const keeper = new Keeper(cache);
    const finishing = new SiteFinishing(
      { path: staging.folder, last: output, published: new PublishedFiles(keeper, output) },
      {
        ...facts,
        print: this.#print,
        address,
        publicFile: (path) => readIfThere(join(root, 'public', path)),
        root,
        keep: keeper.keep,
        cache: keeper.folder,
      },
    );
    this.#site = { finishing, keeper };
  }

  markdown(slug: string, text: string): void {
    this.#site?.finishing.tell(slug, text);
  }

  page(slug: string, html: Uint8Array): void {
    this.#site?.finishing.add(slug, html);
  }

  finishedPage(slug: string, made: string): void {
    this.#site?.finishing.add(slug, made);
  }

  async end(made: ReadonlyMap<string, string>): Promise<void> {
    if (!this.#site || !this.#build) return;
    const [{ staging }, { finishing, keeper }] = [this.#build, this.#site];
    const { findings, pages, references, added } = await finishing.end(made).catch((error: unknown) => {
      staging.discard();
      throw error;
    });
    if (findings.length > 0) {
      staging.discard();
      end(`The built pages are not right; nothing was published.\n\n${findings.join('\n')}`);
    }
    keeper.prune();
    staging.publish();
    this.#say(`${pages} pages verified: all of their ${references} internal references lead somewhere.`);
    if (added.length > 0) {
      this.#say(
        `${added.length} new addresses; once they are public, \`npm run ledger -- record\` keeps them.`,
      );
    }
  }

  /** Removes what a build has written that came to nothing. */
  discard(): void {
    this.#build?.staging.discard();
  }
}
