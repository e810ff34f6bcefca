import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { Answer } from '../../series/external-links.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How long an address that was there is taken to be there. */
const FRESH = 7 * DAY;

const FILE = z.object({
  version: z.literal(1),
  answers: z.record(
    z.string(),
    z.object({
      asked: z.number(),
      answer: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('there') }),
        z.object({ kind: z.literal('moved'), to: z.string() }),
      ]),
    }),
  ),
});

type Known = z.infer<typeof FILE>['answers'];

/**
 * What other sites answered in the last days, kept in a file that can be removed at any time. Bad news is not
 * kept: it is asked for anew each time.
 */
export class KnownAnswers {
  readonly #path: string;
  readonly #known: Known;

  constructor(path: string, now = Date.now()) {
    this.#path = path;
    const isFresh = ({ asked }: Known[string]) => asked <= now && now - asked < FRESH;
    this.#known = Object.fromEntries(Object.entries(readKnown(path)).filter(([, known]) => isFresh(known)));
  }

  of(url: string): Answer | undefined {
    return Object.hasOwn(this.#known, url) ? this.#known[url]?.answer : undefined;
  }

  /** Adds answers, and writes the file; where it cannot be written, nothing is kept. */
  keep(answers: ReadonlyMap<string, Answer>, now = Date.now()): void {
    const good = [...answers].flatMap(([url, answer]) =>
      answer.kind === 'there' || answer.kind === 'moved' ? [[url, { asked: now, answer }] as const] : [],
    );
    const text = JSON.stringify({ version: 1, answers: { ...this.#known, ...Object.fromEntries(good) } });
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(`${this.#path}.${process.pid}`, text);
      renameSync(`${this.#path}.${process.pid}`, this.#path);
    } catch {
      // A folder that cannot be written to is no reason to fail.
    }
  }
}

function readKnown(path: string): Known {
  try {
    return FILE.parse(JSON.parse(readFileSync(path, 'utf8'))).answers;
  } catch {
    return {};
  }
}
