import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import {
  type Ledger,
  type Lost,
  lostFrom,
  publishedAddresses,
  readLedger,
  recorded,
} from '../series/ledger.ts';
import type { OutputPage } from './output-page.ts';

const LEDGER_FILE = 'ledger.json';

/** The ledger of a project and its text; empty where there is none. Throws where it cannot be read. */
export function openLedger(root: string): { path: string; text: string; ledger: Ledger } {
  const path = join(root, LEDGER_FILE);
  if (!existsSync(path)) return { path, text: '', ledger: new Map() };
  const text = readFileSync(path, 'utf8');
  try {
    return { path, text, ledger: readLedger(text) };
  } catch (error) {
    throw new Error(`${LEDGER_FILE} cannot be read. ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

/** A finished site against the ledger of its project. */
export interface Comparison {
  /** What was published and is gone, one sentence each, with its line. */
  readonly findings: readonly string[];
  /** What is new, as the ledger names it. */
  readonly added: readonly string[];
  /** The ledger with what is new. */
  readonly ledger: Ledger;
}

export function compareWithLedger(
  root: string,
  files: Iterable<string>,
  pages: ReadonlyMap<string, OutputPage>,
): Comparison {
  const { text, ledger } = openLedger(root);
  const published = [...files];
  const anchors = new Map([...pages].map(([name, page]) => [name, anchorsAt(name, page, pages)]));
  const headings = new Map([...pages].map(([name, page]) => [name, page.headings]));
  return {
    findings: lostFrom(ledger, publishedAddresses(published, anchors)).map((lost) => told(lost, text)),
    ...recorded(ledger, publishedAddresses(published, headings)),
  };
}

/** An address that was left still leads to the anchors of the page that readers are sent to. */
function anchorsAt(name: string, page: OutputPage, pages: ReadonlyMap<string, OutputPage>): string[] {
  const target =
    page.movedTo === undefined ? undefined : pages.get(posix.join(posix.dirname(name), page.movedTo));
  return [...page.anchors, ...(target?.anchors ?? [])];
}

function told({ address, anchor }: Lost, text: string): string {
  const start = text.indexOf(`  ${JSON.stringify(address)}: `);
  const at = anchor === undefined ? start : text.indexOf(`    ${JSON.stringify(anchor)}`, start);
  const line = text.slice(0, at).split('\n').length;
  const entry = anchor === undefined ? address : `${address}#${anchor}`;
  const cure =
    anchor === undefined
      ? `Give the article that took its place \`aliases: [${address.replace(/\/$/, '')}]\` in its front matter`
      : `Give the heading its old text, or put \`<a id="${anchor}"></a>\` where it was`;
  return `${LEDGER_FILE}:${line}: \`${entry}\` was published, and is gone. ${cure}; or record that it is gone for good: \`npm run ledger -- remove ${entry}\`.`;
}
