import type { HostRules } from './host-rules.ts';
import { type Headers, HASHED_FOLDER } from './response-headers.ts';

/** `vercel.json` at the top of a folder that is deployed as it is. Source: https://vercel.com/docs/project-configuration */
export function vercelConfig({ base, security, hashed, pages, redirects }: HostRules): string {
  const list = (headers: Headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));
  const config = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    trailingSlash: true,
    headers: [
      { source: `${base}(.*)`, headers: list({ ...security, ...pages }) },
      // The last rule that fits gives the value.
      { source: `${base}${HASHED_FOLDER}(.*)`, headers: list(hashed) },
    ],
    redirects: redirects.map(({ from, to }) => ({
      source: `${base}${from}`,
      destination: `${base}${to}`,
      permanent: true,
    })),
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
