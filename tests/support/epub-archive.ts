import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { Page } from './page.ts';

/** A book that was made, to ask what is in it. */
export class EpubArchive {
  readonly #files: Readonly<Record<string, Uint8Array>>;

  constructor(file: string) {
    this.#files = unzipSync(readFileSync(file));
  }

  get names(): string[] {
    return Object.keys(this.#files);
  }

  bytes(name: string): Uint8Array {
    const bytes = this.#files[name];
    if (!bytes) throw new Error(`The book has no \`${name}\`.`);
    return bytes;
  }

  text(name: string): string {
    return new TextDecoder().decode(this.bytes(name));
  }

  page(name: string): Page {
    return new Page(this.text(name));
  }
}
