/** The page that is shown, below the base, in the place of one that is not kept. */
export const OFFLINE_PAGE = 'offline/';

/** How many files a device keeps: some hundred parts with their pictures. */
const MOST = 500;

/** The caches of a site start with its scope: another site of the same host has its own. */
export function cacheName(scope: string, version: string): string {
  return `${scope}#${version}`;
}

/** Whether a cache is that of an earlier build of the site at this scope. */
export function isOutdated(name: string, scope: string, version: string): boolean {
  return name.startsWith(cacheName(scope, '')) && name !== cacheName(scope, version);
}

/**
 * The address that a file is kept under, or undefined where it is not the site's: the same for
 * `llm1/`, `llm1/index.html` and `llm1/?from=feed#title`.
 */
export function keptAddress(url: string, scope: string): string | undefined {
  const address = url.replace(/[?#].*/s, '').replace(/\/index\.html$/, '/');
  return address.startsWith(scope) ? address : undefined;
}

/** Whether a kept address is that of a page to read. */
export function isPage(address: string, scope: string): boolean {
  return /(\/|\.html)$/.test(address) && address !== scope + OFFLINE_PAGE;
}

/** Of addresses in the order in which they were kept, those that there is no room for: the first. */
export function surplus<Kept>(kept: readonly Kept[]): readonly Kept[] {
  return kept.slice(0, -MOST);
}
