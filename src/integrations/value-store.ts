import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { BUSY, resultCode } from './sqlite-result.ts';

/** How long one waits, in milliseconds, while another process writes: once, then no longer in this run. */
const PATIENCE = 5000;

/** How long one who begins a file waits for others who do, in milliseconds, before asking again. */
const PAUSE = 5;

/** The file says something else than it should: https://www.sqlite.org/rescode.html */
const DAMAGED: ReadonlySet<number> = new Set([1, 11, 26]);

const SETUP = `
  PRAGMA page_size = 16384;
  -- With a log, what ends in the middle of writing leaves what was there before. That a machine loses its power
  -- is no reason to wait for its disk: what is damaged by it can be made again.
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  -- The content last: what stands behind it is found by going through all of it.
  CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, used INTEGER NOT NULL, content BLOB NOT NULL);
`;

interface Statements {
  readonly database: DatabaseSync;
  readonly get: StatementSync;
  readonly has: StatementSync;
  readonly set: StatementSync;
}

/**
 * Bytes by key in one file, which several processes and threads can use at once: a file for each value
 * takes longer to make than most values. A file that is damaged is begun anew in the next run. Where there can be
 * none, nothing is there and nothing is kept; from when one cannot be written, since it is full or busy for long,
 * nothing more is kept.
 */
export class ValueStore {
  readonly #path: string;
  readonly #patience: number;
  /** Undefined until it is opened; `unavailable` from when it cannot be used. */
  #open: Statements | 'unavailable' | undefined;
  /** Whether it can be written: what is there can be read though nothing can be added. */
  #isWritable = true;

  constructor(path: string, patience = PATIENCE) {
    this.#path = path;
    this.#patience = patience;
  }

  get(key: string): Uint8Array | undefined {
    const content = this.#try(({ get }) => get.get(key)?.['content']);
    // In a damaged file it may be a number or a text.
    return content instanceof Uint8Array ? content : undefined;
  }

  has(key: string): boolean {
    return this.#try(({ has }) => has.get(key)) !== undefined;
  }

  /** `used` is a time in milliseconds. */
  set(key: string, content: Uint8Array, used: number): void {
    this.#write(({ set }) => set.run(key, content, used));
  }

  /** The same for many, in one go: all of them are there afterwards, or none is. */
  setAll(contents: Iterable<readonly [key: string, content: Uint8Array]>, used: number): void {
    this.#write(({ database, set }) => {
      database.exec('BEGIN IMMEDIATE');
      for (const [key, content] of contents) set.run(key, content, used);
      database.exec('COMMIT');
    });
  }

  /** Says of keys that they are in use, once a `day`; all that was not in use since `oldest` is removed. */
  prune(keys: Iterable<string>, now: number, { day, oldest }: { day: number; oldest: number }): void {
    this.#write(({ database }) => {
      const all = database.prepare('SELECT key, used FROM kept WHERE used < ?').all(now - day);
      const inUse = new Set(keys);
      const use = all.filter(({ key }) => inUse.has(String(key)));
      const isOld = ({ used }: (typeof all)[number]) => Number(used) < oldest;
      // Most runs are on the same day as the one before, and change nothing.
      if (use.length === 0 && !all.some(isOld)) return;
      const update = database.prepare('UPDATE kept SET used = ? WHERE key = ?');
      database.exec('BEGIN IMMEDIATE');
      for (const { key = '' } of use) update.run(now, key);
      database.prepare('DELETE FROM kept WHERE used < ?').run(oldest);
      database.exec('COMMIT');
    });
  }

  #write(work: (statements: Statements) => void): void {
    this.#try((statements) => {
      if (!this.#isWritable) return;
      try {
        work(statements);
      } catch (error) {
        if (isDamaged(error)) throw error;
        if (statements.database.isTransaction) statements.database.exec('ROLLBACK');
        this.#isWritable = false;
      }
    });
  }

  #try<Result>(work: (statements: Statements) => Result): Result | undefined {
    this.#open ??= opened(this.#path, this.#patience) ?? 'unavailable';
    if (this.#open === 'unavailable') return undefined;
    const { database } = this.#open;
    try {
      return work(this.#open);
    } catch (error) {
      // Without what was begun and not done.
      database.close();
      if (isDamaged(error)) remove(this.#path);
      this.#open = 'unavailable';
      return undefined;
    }
  }
}

function opened(path: string, patience: number): Statements | undefined {
  try {
    return open(path, patience);
  } catch (error) {
    if (!isDamaged(error)) return undefined;
  }
  try {
    remove(path);
    return open(path, patience);
  } catch {
    return undefined;
  }
}

function open(path: string, timeout: number): Statements {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout });
  try {
    begin(database, timeout);
    return {
      database,
      get: database.prepare('SELECT content FROM kept WHERE key = ?'),
      has: database.prepare('SELECT 1 FROM kept WHERE key = ?'),
      set: database.prepare('INSERT OR REPLACE INTO kept (key, content, used) VALUES (?, ?, ?)'),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Of those who begin a file at the same moment, SQLite refuses all but one at once, however patient they are:
 * each waits for the others. https://www.sqlite.org/c3ref/busy_handler.html
 */
function begin(database: DatabaseSync, patience: number): void {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return database.exec(SETUP);
    } catch (error) {
      if (resultCode(error) !== BUSY || Date.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

function remove(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
}

function isDamaged(error: unknown): boolean {
  return DAMAGED.has(resultCode(error) ?? 0);
}
