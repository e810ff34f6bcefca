import type { HostRules } from './host-rules.ts';
import { type Headers, HASHED_FOLDER } from './response-headers.ts';

/**
 * `_headers` as Netlify and Cloudflare Pages read it. Both join the values of all rules that fit, so
 * that no header stands in two of them; without a rule, both let pages be asked for again each time.
 * Source: https://docs.netlify.com/manage/routing/headers/ and
 * https://developers.cloudflare.com/pages/configuration/headers/
 */
export function netlifyHeaders({ base, security, hashed }: HostRules): string {
  const lines = (headers: Headers) => Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return [`${base}*`, ...lines(security), `${base}${HASHED_FOLDER}*`, ...lines(hashed), ''].join('\n');
}

/** `_redirects` as Netlify and Cloudflare Pages read it: from, to, status. */
export function netlifyRedirects({ base, redirects }: HostRules): string {
  return redirects.map(({ from, to }) => `${base}${from} ${base}${to} 301\n`).join('');
}
