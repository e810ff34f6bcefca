import { gunzipSync } from 'node:zlib';

/** What the search keeps of a page. */
export interface IndexedPage {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly title?: string }[];
}

/** Reads Pagefind's pages back, by address. */
export function indexedPages(read: (path: string) => Uint8Array, paths: readonly string[]): IndexedPage[] {
  return paths
    .filter((path) => path.endsWith('.pf_fragment'))
    .map((path) => {
      const text = gunzipSync(read(path)).toString('utf8');
      return JSON.parse(text.replace(/^pagefind_dcd/, '')) as IndexedPage;
    })
    .toSorted((one, other) => (one.url < other.url ? -1 : 1));
}
