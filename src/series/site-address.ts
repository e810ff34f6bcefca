/** Where a site is published. */
export interface SiteAddress {
  /** Scheme and host, without a slash at the end: `https://example.org`. */
  readonly origin: string;
  /** The path below it; starts and ends with `/`. */
  readonly base: string;
}

/**
 * Reads `SITE_URL` and `BASE_PATH`, and falls back to an origin and to `/`.
 * Throws an Error that says what is wrong with a value and how to write it.
 */
export function parseSiteAddress(
  environment: { readonly SITE_URL?: string | undefined; readonly BASE_PATH?: string | undefined },
  fallback: string,
): SiteAddress {
  const origin = parseOrigin(environment.SITE_URL?.trim() || fallback);
  return { origin, base: parseBase(environment.BASE_PATH?.trim() || '/') };
}

function parseOrigin(text: string): string {
  const url = /^https?:\/\/[^/]/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (!url) {
    throw new Error(
      `SITE_URL is \`${text}\`; it must be a scheme and a host, such as \`https://example.org\`.`,
    );
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw new Error(
      `SITE_URL is \`${text}\`; it must be a scheme and a host only: \`${url.origin}\`. A path goes into BASE_PATH.`,
    );
  }
  return url.origin;
}

function parseBase(text: string): string {
  const segments = text.split('/').filter((segment) => segment !== '');
  const isPath = segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment));
  if (!isPath || text.includes('//')) {
    throw new Error(
      `BASE_PATH is \`${text}\`; it must be a path of letters, digits, \`-\`, \`_\` and \`.\`, such as \`/blog/\`.`,
    );
  }
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}
