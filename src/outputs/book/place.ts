import type { SiteAddress } from '../../series/site-address.ts';
import { articleAddress } from '../../series/target.ts';

/** What an address in a page leads to, for a book; `url` is where that is on the web. */
export type Place =
  | { readonly kind: 'article'; readonly slug: string; readonly fragment: string; readonly url: string }
  | { readonly kind: 'file'; readonly path: string; readonly url: string }
  | { readonly kind: 'web'; readonly url: string };

/** Where the page of an article is that an address stands in. */
export interface From {
  readonly slug: string;
  readonly address: SiteAddress;
}

/** Which of the three an address is that stands in the page of an article. */
export function placeOf(reference: string, { slug, address: { origin, base } }: From): Place {
  const here = new URL(articleAddress(slug, base), origin || 'https://site.invalid');
  if (!URL.canParse(reference, here)) return { kind: 'web', url: reference };
  const url = new URL(reference, here);
  if (url.origin !== here.origin || !url.pathname.startsWith(base)) return { kind: 'web', url: url.href };
  url.pathname = url.pathname.replace(/\/index\.html$/, '/');
  const path = decoded(url.pathname.slice(base.length));
  const [, article] = /^([^/]+)\/$/.exec(path) ?? [];
  if (article === undefined) return { kind: 'file', path, url: url.href };
  return { kind: 'article', slug: article, fragment: decoded(url.hash.slice(1)), url: url.href };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
