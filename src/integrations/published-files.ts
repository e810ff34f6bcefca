import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keeper } from './keeper.ts';

interface PublishedFile {
  /** Another one once the file is changed or replaced. */
  readonly stamp: string;
  /** Stands for what it was made of. */
  readonly made: string | undefined;
  /** Of its content, where that was read. */
  readonly hash: string | undefined;
}

const PUBLISHED = 'published';

/**
 * What is known of the files that the last build has published into a folder, by the same code: so one that would be
 * made of the same again need be neither made nor read. Whether a file was changed since is told by its number, size
 * and time, as version control does: one whose time was set back by hand would go unseen.
 */
export class PublishedFiles {
  readonly #output: string;
  readonly #keeper: Keeper;
  readonly #last: ReadonlyMap<string, PublishedFile>;
  readonly #made = new Map<string, string>();
  readonly #hashes = new Map<string, string>();

  constructor(keeper: Keeper, output: string) {
    this.#keeper = keeper;
    this.#output = output;
    this.#last = keeper.find<ReadonlyMap<string, PublishedFile>>(PUBLISHED, [output]) ?? new Map();
  }

  /** What files of this build were made of, as far as it was said. */
  get made(): ReadonlyMap<string, string> {
    return this.#made;
  }

  /** In this build, a file is made of what this stands for. */
  note(name: string, made: string): void {
    this.#made.set(name, made);
  }

  /** Whether the last build has published a file that was made of the same, and it is as it was. */
  isAsMade(name: string, made: string): boolean {
    const known = this.#last.get(name);
    return known?.made === made && stampOf(join(this.#output, name)) === known.stamp;
  }

  /** The hash of the content of a file in the folder of this build. */
  hashOf(folder: string, name: string): string {
    const path = join(folder, name);
    const known = this.#last.get(name);
    const isKnown = known?.hash !== undefined && known.stamp === stampOf(path);
    const content = isKnown ? known.hash : hash('sha256', readFileSync(path));
    this.#hashes.set(name, content);
    return content;
  }

  /** The files of a build, which are going to be published as they are now. */
  keep(folder: string, names: Iterable<string>): void {
    const files = new Map<string, PublishedFile>();
    for (const name of names) {
      const stamp = stampOf(join(folder, name));
      if (stamp === undefined) continue;
      files.set(name, { stamp, made: this.#made.get(name), hash: this.#hashes.get(name) });
    }
    this.#keeper.set(PUBLISHED, [this.#output], files);
  }
}

function stampOf(path: string): string | undefined {
  try {
    const file = lstatSync(path, { throwIfNoEntry: false });
    return file && `${file.ino} ${file.size} ${file.mtimeMs}`;
  } catch {
    // Its folder is a file now, or may not be read.
    return undefined;
  }
}
