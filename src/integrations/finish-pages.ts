import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { inlineHashes, type InlineHashes } from '../finishing/content-policy.ts';
import { paintDrawings } from '../finishing/painted-drawings.ts';
import { attributeOf, elementsOf, type PageTree, parsePage, serializePage } from '../finishing/page-tree.ts';
import { readingCopy } from '../finishing/reading-copy.ts';
import { steps } from '../finishing/steps.ts';
import type { BuiltSite, Heading } from '../outputs/output.ts';
import type { SiteAddress } from '../series/site-address.ts';
import { finishAhead } from './finishing-ahead.ts';
import { type OutputPage, readPage } from './output-page.ts';

/** What other outputs need of a page, once it is finished. */
export interface FinishedPage {
  /** What it refers to and has, for the proof of the whole site. */
  readonly facts: OutputPage;
  readonly hashes: InlineHashes;
  /** Its article to be read elsewhere, with absolute addresses; undefined where it shows none. */
  readonly article: string | undefined;
  readonly heading: Heading;
}

export interface PageFinishing extends Pick<BuiltSite, 'address' | 'keep'> {
  /** The folder for caches; where there is none, no other thread helps. */
  readonly cache?: string;
}

/** After as many new pages, another thread is asked to help with those that are left: they will be new, too. */
const MANY = 40;

/**
 * Takes pages of an output folder through all finishing steps, one after the other: each is given as
 * soon as it is finished. What is made of it, and what others do with it, goes on between two pages.
 */
export function finishPages(
  folder: string,
  names: readonly string[],
  { cache, ...site }: PageFinishing,
): ReadonlyMap<string, Promise<FinishedPage>> {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  let anew = 0;
  let other: Promise<void> | undefined;
  const finish = async (name: string) => {
    const path = join(folder, name);
    Atomics.add(begun, 0, 1);
    const { isNew, html, ...page } = await keptPage(name, readFileSync(path), site);
    writeFileSync(path, html);
    if (isNew) anew += 1;
    if (anew === MANY && cache !== undefined) {
      other ??= finishAhead({ folder, names, address: site.address, cache, begun });
    }
    if (name === names.at(-1)) await other;
    return page;
  };
  let before: Promise<unknown> = Promise.resolve();
  const pages = names.map((name) => {
    const page = before.then(() => finish(name));
    // What goes wrong with a page is told to those who wait for it.
    before = page.then(() => setImmediate()).catch(() => undefined);
    return [name, page] as const;
  });
  return new Map(pages);
}

/** A finished page with its bytes, as it was finished before or anew. */
export async function keptPage(
  name: string,
  bytes: Uint8Array,
  { address, keep }: Pick<BuiltSite, 'address' | 'keep'>,
): Promise<FinishedPage & { readonly html: Uint8Array; readonly isNew: boolean }> {
  let isNew = false;
  const page = await keep('pages', [name, JSON.stringify(address), bytes], () => {
    isNew = true;
    return finishPage(new TextDecoder().decode(bytes), name, address);
  });
  return { ...page, isNew };
}

function finishPage(text: string, name: string, address: SiteAddress): FinishedPage & { html: Uint8Array } {
  const tree = parsePage(text);
  for (const step of steps) step({ name, tree, address });
  const here = new URL(address.base + name, address.origin || 'https://site.invalid');
  // Bytes are kept and written twice as fast as a text with any character that Latin-1 has not.
  const html = Buffer.from(serializePage(tree));
  const facts = readPage(tree);
  const hashes = inlineHashes(tree);
  // The page is written: what follows changes its tree for readers that have none of its styles.
  paintDrawings(tree);
  const copy = readingCopy(tree, (reference) => absolute(reference, here));
  return {
    html,
    facts,
    hashes,
    article: copy && serializePage(copy),
    heading: headingOf(tree),
  };
}

function headingOf(tree: PageTree): Heading {
  const heading = elementsOf(tree).find(({ tagName }) => tagName === 'h1');
  return { id: attributeOf(heading, 'id'), html: heading ? serializePage(heading) : '' };
}

/** As shared: a page is its folder. */
function absolute(reference: string, here: URL): string {
  const url = URL.parse(reference, here);
  if (!url) return reference;
  if (url.origin === here.origin) url.pathname = url.pathname.replace(/\/index\.html$/, '/');
  return url.href;
}
