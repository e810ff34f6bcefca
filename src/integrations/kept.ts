import { createHash, hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { threadId } from 'node:worker_threads';

const DAY = 24 * 60 * 60 * 1000;

/** How long what nobody asks for is kept: a branch that was left comes back within some weeks. */
const UNUSED = 30 * DAY;

/** How values are made of things: a value for each, in their order. */
export interface Making<Thing, Value> {
  readonly key: (thing: Thing) => string;
  readonly make: (missing: readonly Thing[]) => readonly Value[];
}

/**
 * Keeps what was made of something from one run to the next, in a folder of one kind of values. A
 * value's key stands for all that it was made of (`keyOf`), so what is kept is never out of date.
 * The folder can be removed at any time, and several processes can use it at once. What is damaged
 * in it counts as missing, and where nothing can be written, nothing is kept.
 */
export class Kept<Value extends object> {
  readonly #folder: string;
  readonly #used = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What `make` makes of some things, in their order; only what is missing is made, all of it at once. */
  of<Thing>(things: readonly Thing[], { key, make }: Making<Thing, Value>): Value[] {
    const entries = things.map((thing) => {
      const itsKey = key(thing);
      return { thing, key: itsKey, value: this.find(itsKey) };
    });
    const missing = entries.filter(({ value }) => value === undefined);
    if (missing.length > 0) {
      const made = make(missing.map(({ thing }) => thing));
      for (const [index, entry] of missing.entries()) {
        entry.value = made[index];
        if (entry.value) this.keep(entry.key, entry.value);
      }
      this.prune();
    }
    return entries.flatMap(({ value }) => value ?? []);
  }

  /** Whether there is something under a key, damaged or not. */
  has(key: string): boolean {
    return existsSync(join(this.#folder, key));
  }

  find(key: string): Value | undefined {
    try {
      const bytes = readFileSync(join(this.#folder, key));
      const content = bytes.subarray(SEAL_LENGTH);
      if (!bytes.subarray(0, SEAL_LENGTH).equals(sealOf(key, content))) return undefined;
      this.#used.add(key);
      return deserialize(content) as Value;
    } catch {
      return undefined;
    }
  }

  keep(key: string, value: Value): void {
    const content = serialize(value);
    const path = join(this.#folder, key);
    const unfinished = `${path}.${process.pid}.${threadId}`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      // Whole or not at all, whatever stops this run, and whoever reads at the same time.
      writeFileSync(unfinished, Buffer.concat([sealOf(key, content), content]));
      renameSync(unfinished, path);
      this.#used.add(key);
    } catch {
      // It will be made again.
    }
  }

  /** Removes what no run has used for some weeks. */
  prune(now = Date.now()): void {
    try {
      for (const name of readdirSync(this.#folder)) {
        const path = join(this.#folder, name);
        const age = now - statSync(path).mtimeMs;
        if (this.#used.has(name)) {
          if (age > DAY) utimesSync(path, now / 1000, now / 1000);
        } else if (age > UNUSED) rmSync(path);
      }
    } catch {
      // Another process was faster.
    }
  }
}

/** Stands for some things together: a change of any of them makes another key. */
export function keyOf(...inputs: readonly (string | Uint8Array)[]): string {
  const all = createHash('sha256');
  // Each by its own hash, so that the end of one is never taken for the beginning of the next.
  for (const input of inputs) all.update(hash('sha256', input, 'buffer'));
  return all.digest('hex');
}

const SEAL_LENGTH = 32;

/** What tells a content that is whole, and that of this key, from any other. */
function sealOf(key: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(content).digest();
}
