import { createHash, hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ValueStore } from './value-store.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How long what nobody asks for is kept: a branch that was left comes back within some weeks. */
const UNUSED = 30 * DAY;

/** How values are made of things: a value for each, in their order. */
export interface Making<Thing, Value> {
  readonly key: (thing: Thing) => string;
  readonly make: (missing: readonly Thing[]) => readonly Value[];
}

/**
 * Keeps what was made of something from one run to the next, in a folder, in a file for each kind of
 * values. A value's key stands for all that it was made of (`keyOf`), so what is kept is never out of
 * date. The folder can be removed at any time, and several processes can use it at once. What is
 * damaged in it counts as missing, and where nothing can be written, nothing is kept.
 */
export class Kept<Value extends object> {
  readonly #store: ValueStore;
  readonly #used = new Set<string>();

  constructor(folder: string, kind: string) {
    this.#store = new ValueStore(join(folder, `${kind}.db`));
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
      for (const [index, entry] of missing.entries()) entry.value = made[index];
      this.#keepAll(missing.flatMap(({ key: itsKey, value }) => (value ? [[itsKey, value] as const] : [])));
      this.prune();
    }
    return entries.flatMap(({ value }) => value ?? []);
  }

  /** Whether there is something under a key that is not damaged, which then is in use. */
  isWhole(key: string): boolean {
    return this.#content(key) !== undefined;
  }

  /** Whether there is something under a key, damaged or not, which then is in use. */
  has(key: string): boolean {
    this.#used.add(key);
    return this.#store.has(key);
  }

  find(key: string): Value | undefined {
    const content = this.#content(key);
    return content && (deserialize(content) as Value);
  }

  #content(key: string): Uint8Array | undefined {
    const bytes = this.#store.get(key);
    const content = bytes?.subarray(SEAL_LENGTH);
    if (!bytes || !content || !sealOf(key, content).equals(bytes.subarray(0, SEAL_LENGTH))) return undefined;
    this.#used.add(key);
    return content;
  }

  /** What is under a key, if there is anything, is in use. */
  use(key: string): void {
    this.#used.add(key);
  }

  keep(key: string, value: Value): void {
    this.#store.set(key, sealed(key, value), Date.now());
    this.#used.add(key);
  }

  /** One by one they would take as long again as it takes to serialize them. */
  #keepAll(values: readonly (readonly [key: string, value: Value])[]): void {
    // Serialized one after the other: all of them at once would be in memory twice.
    const contents = values.values().map(([key, value]) => [key, sealed(key, value)] as const);
    this.#store.setAll(contents, Date.now());
    for (const [key] of values) this.#used.add(key);
  }

  /** Removes what no run has used for some weeks. */
  prune(now = Date.now()): void {
    this.#store.prune(this.#used, now, { day: DAY, oldest: now - UNUSED });
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

function sealed(key: string, value: object): Buffer {
  const content = serialize(value);
  return Buffer.concat([sealOf(key, content), content]);
}

/** What tells a content that is whole, and that of this key, from any other. */
function sealOf(key: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(content).digest();
}
