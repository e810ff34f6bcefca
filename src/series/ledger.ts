/**
 * Every address that was ever published, with the anchors of its headings: paths below the base, `/`
 * for the home page. It is what a build may not lose.
 */
export type Ledger = ReadonlyMap<string, readonly string[]>;

/** An address, or an anchor of one, as `llm1/` or `llm1/#title`. */
export interface Lost {
  readonly address: string;
  readonly anchor: string | undefined;
}

/** Reads what `writeLedger` wrote. Throws an Error that says what is wrong with it. */
export function readLedger(text: string): Ledger {
  const data: unknown = JSON.parse(text);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error(NOT_A_LEDGER);
  return new Map(
    Object.entries(data).map(([address, anchors]: [string, unknown]) => {
      if (!Array.isArray(anchors) || !anchors.every((anchor) => typeof anchor === 'string')) {
        throw new Error(NOT_A_LEDGER);
      }
      return [address, anchors];
    }),
  );
}

const NOT_A_LEDGER = 'It must be an object of lists of anchors, by address.';

/** In an order of its own, one address or anchor a line: what changes in it is easy to read and to merge. */
export function writeLedger(ledger: Ledger): string {
  const sorted = [...ledger].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([address, anchors]) => [address, anchors.toSorted()]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

/** What stands in a ledger and is no longer published. */
export function lostFrom(ledger: Ledger, published: Ledger): Lost[] {
  return [...ledger].flatMap(([address, anchors]): Lost[] => {
    const now = published.get(address);
    if (!now) return [{ address, anchor: undefined }];
    return anchors.filter((anchor) => !now.includes(anchor)).map((anchor) => ({ address, anchor }));
  });
}

/** A ledger with all that is published beside what it has, and how much of that is new. */
export function recorded(ledger: Ledger, published: Ledger): { ledger: Ledger; added: readonly string[] } {
  const added: string[] = [];
  const merged = new Map(ledger);
  for (const [address, anchors] of published) {
    const known = ledger.get(address);
    const fresh = anchors.filter((anchor) => !known?.includes(anchor));
    if (!known) added.push(address);
    else added.push(...fresh.map((anchor) => `${address}#${anchor}`));
    merged.set(address, [...(known ?? []), ...fresh]);
  }
  return { ledger: merged, added };
}

/** A ledger without an address or an anchor; undefined where it has no such entry. */
export function withoutEntry(ledger: Ledger, entry: string): Ledger | undefined {
  const [, address = '', anchor] = /^([^#]*)(?:#(.*))?$/s.exec(entry) ?? [];
  const anchors = ledger.get(address);
  if (!anchors || (anchor !== undefined && !anchors.includes(anchor))) return undefined;
  const others = [...ledger].filter(([other]) => other !== address);
  if (anchor === undefined) return new Map(others);
  return new Map([...others, [address, anchors.filter((other) => other !== anchor)]]);
}

/** Files whose names are for machines and change with their content, or that hosts read. */
const PASSING = /^(_|\.|pagefind\/|404\.html$|offline\/|vercel\.json$|sw\.js$)/;

/** What a finished site publishes under names that last; `anchors` are those of its pages' headings. */
export function publishedAddresses(
  files: Iterable<string>,
  anchors: ReadonlyMap<string, readonly string[]>,
): Ledger {
  const lasting = [...files].filter((file) => !PASSING.test(file));
  return new Map(
    lasting.map((file) => [file.replace(/(^|\/)index\.html$/, '$1') || '/', anchors.get(file) ?? []]),
  );
}
