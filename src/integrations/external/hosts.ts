import { setTimeout as sleep } from 'node:timers/promises';

/** How many requests one host answers at the same time, at most. */
const LANES = 2;

/**
 * Lets work on a host wait for its turn: at most two at once, and a pause after each, so that no
 * host has more of it than of a reader. Different hosts do not wait for one another.
 */
export class Hosts {
  readonly #pause: number;
  readonly #lanes = new Map<string, readonly Promise<void>[]>();

  /** The pause after a request is in milliseconds. */
  constructor(pause: number) {
    this.#pause = pause;
  }

  turn<Value>(host: string, work: () => Promise<Value>): Promise<Value> {
    const [first = Promise.resolve(), ...others] =
      this.#lanes.get(host) ?? Array.from({ length: LANES }, () => Promise.resolve());
    const done = first.then(work);
    const rested = done.then(
      () => sleep(this.#pause),
      () => sleep(this.#pause),
    );
    this.#lanes.set(host, [...others, rested]);
    return done;
  }
}
