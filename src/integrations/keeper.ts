import type { Keep } from '../outputs/output.ts';
import { Kept, keyOf } from './kept.ts';
import { TOOLCHAIN } from './toolchain.ts';

type Inputs = readonly (string | Uint8Array)[];

/**
 * Keeps what is made below a folder for caches, from one run to the next: the one rule is that the
 * same inputs and the same code, of the project and of its packages, make the same thing. The folder
 * can be removed at any time.
 */
export class Keeper {
  readonly folder: string;
  readonly #kinds = new Map<string, Kept<object>>();

  constructor(folder: string) {
    this.folder = folder;
  }

  readonly keep: Keep = async (kind, inputs, make) => {
    type Value = Awaited<ReturnType<typeof make>>;
    if (TOOLCHAIN === undefined) return make();
    const kept = this.#kind(kind) as Kept<Value>;
    const key = keyOf(TOOLCHAIN, ...inputs);
    const known = kept.find(key);
    if (known) return known;
    const made = await make();
    kept.keep(key, made);
    return made;
  };

  /** What is kept that was made of these inputs. */
  find<Value extends object>(kind: string, inputs: Inputs): Value | undefined {
    if (TOOLCHAIN === undefined) return undefined;
    return (this.#kind(kind) as Kept<Value>).find(keyOf(TOOLCHAIN, ...inputs));
  }

  /** Keeps a value for inputs that it was made of, or was found with, in place of any other. */
  set(kind: string, inputs: Inputs, value: object): void {
    if (TOOLCHAIN !== undefined) this.#kind(kind).keep(keyOf(TOOLCHAIN, ...inputs), value);
  }

  /** What is kept that was made of these inputs is in use, though nobody asks for it now. */
  use(kind: string, inputs: Inputs): void {
    if (TOOLCHAIN !== undefined) this.#kind(kind).use(keyOf(TOOLCHAIN, ...inputs));
  }

  /** Whether something is kept that was made of these inputs, and can be read; it is in use from now on. */
  isWhole(kind: string, inputs: Inputs): boolean {
    return TOOLCHAIN !== undefined && this.#kind(kind).isWhole(keyOf(TOOLCHAIN, ...inputs));
  }

  /** Whether something is kept that was made of these inputs. */
  has(kind: string, inputs: Inputs): boolean {
    return TOOLCHAIN !== undefined && this.#kind(kind).has(keyOf(TOOLCHAIN, ...inputs));
  }

  /** Removes what no run has used for long. */
  prune(): void {
    for (const kept of this.#kinds.values()) kept.prune();
  }

  #kind(name: string): Kept<object> {
    const known = this.#kinds.get(name) ?? new Kept<object>(this.folder, name);
    this.#kinds.set(name, known);
    return known;
  }
}
