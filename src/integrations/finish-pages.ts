import { inlineHashes, type InlineHashes } from '../finishing/content-policy.ts';
import { paintDrawings } from '../finishing/painted-drawings.ts';
import { attributeOf, findElement, type PageTree, parsePage, serializePage } from '../finishing/page-tree.ts';
import { serializeNarrow } from '../finishing/narrow-text.ts';
import { readingCopy } from '../finishing/reading-copy.ts';
import { steps } from '../finishing/steps.ts';
import type { BuiltSite, Heading } from '../outputs/output.ts';
import type { SiteAddress } from '../series/site-address.ts';
import { FINISHED, FINISHED_HTML, finishedFrom, finishedStamp, madeHash } from './finished-key.ts';
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

/** A page as it was made: its bytes, or what stands for them (`madeHash`) where it is finished already. */
export type Made = Uint8Array | string;

/** A page to be written. */
export interface KeptPage extends FinishedPage {
  /** Stands for its bytes. */
  readonly stamp: string;
  readonly html: () => Promise<Uint8Array>;
  /** Whether it was not finished before. */
  readonly isNew: boolean;
}

/** A finished page, as it was finished before or anew. */
export async function keptPage(
  name: string,
  made: Made,
  { address, keep }: Pick<BuiltSite, 'address' | 'keep'>,
): Promise<KeptPage> {
  const from = finishedFrom(name, typeof made === 'string' ? made : madeHash(made), address);
  const finish = () => {
    // It was there a moment ago: someone has removed what is kept, or changed the code.
    if (typeof made === 'string') throw new Error(`What was kept of \`${name}\` is lost. Build again.`);
    return finishPage(new TextDecoder().decode(made), name, address);
  };
  let html: Uint8Array | undefined;
  const page = await keep(FINISHED, from, async () => {
    const finished = finish();
    html = finished.html;
    await keep(FINISHED_HTML, from, () => ({ html: finished.html }));
    return finished.page;
  });
  const kept = async () => (await keep(FINISHED_HTML, from, () => ({ html: finish().html }))).html;
  const isNew = html !== undefined;
  return { ...page, stamp: finishedStamp(from), html: async () => html ?? kept(), isNew };
}

interface Finished {
  readonly page: FinishedPage;
  readonly html: Uint8Array;
}

function finishPage(text: string, name: string, address: SiteAddress): Finished {
  const tree = parsePage(text);
  for (const step of steps) step({ name, tree, address });
  const here = new URL(address.base + name, address.origin || 'https://site.invalid');
  // Bytes are kept and written twice as fast as a text with any character that Latin-1 has not.
  const html = Buffer.from(serializeNarrow(tree));
  const facts = readPage(tree);
  const hashes = inlineHashes(tree);
  // The page is written: what follows changes its tree for readers that have none of its styles.
  paintDrawings(tree);
  const copy = readingCopy(tree, (reference) => absolute(reference, here));
  const article = copy && serializePage(copy);
  return { html, page: { facts, hashes, article, heading: headingOf(tree) } };
}

function headingOf(tree: PageTree): Heading {
  const heading = findElement(tree, ({ tagName }) => tagName === 'h1');
  return { id: attributeOf(heading, 'id'), html: heading ? serializePage(heading) : '' };
}

/** As shared: a page is its folder. */
function absolute(reference: string, here: URL): string {
  const url = URL.parse(reference, here);
  if (!url) return reference;
  if (url.origin === here.origin) url.pathname = url.pathname.replace(/\/index\.html$/, '/');
  return url.href;
}
