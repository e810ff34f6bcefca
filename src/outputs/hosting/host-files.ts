import type { BuiltSite, OutputFile } from '../output.ts';
import { caddyfile } from './caddy.ts';
import { netlifyHeaders, netlifyRedirects } from './netlify.ts';
import { nginxRules } from './nginx.ts';
import type { HostRules } from './host-rules.ts';
import { IMMUTABLE, REVALIDATED, securityHeaders } from './response-headers.ts';
import { vercelConfig } from './vercel.ts';

/**
 * The same rules for each host in its own words. Netlify, Cloudflare Pages and Vercel read theirs at
 * the top of the output; those of nginx and Caddy are for the people who run them, and never served.
 */
export async function hostFiles({ address, hashes, redirects }: BuiltSite): Promise<OutputFile[]> {
  const security = securityHeaders(await hashes());
  const rules: HostRules = { base: address.base, security, hashed: IMMUTABLE, pages: REVALIDATED, redirects };
  return [
    { path: '_headers', content: netlifyHeaders(rules) },
    ...(redirects.length > 0 ? [{ path: '_redirects', content: netlifyRedirects(rules) }] : []),
    { path: 'vercel.json', content: vercelConfig(rules) },
    { path: '.hosting/nginx.conf', content: nginxRules(rules) },
    { path: '.hosting/Caddyfile', content: caddyfile(rules) },
    // GitHub Pages, when it serves a branch, leaves out folders whose names start with `_`.
    { path: '.nojekyll', content: '', mayBeReplaced: true },
  ];
}
