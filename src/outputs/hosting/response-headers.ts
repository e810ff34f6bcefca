import { policyOf, type InlineHashes } from '../../finishing/content-policy.ts';

export type Headers = Readonly<Record<string, string>>;

/** Some proxies refuse a longer header, and Cloudflare Pages a longer line. */
const LONGEST_POLICY = 1_800;

/** What may be kept for ever: its name changes with its content. */
export const HASHED_FOLDER = '_astro/';
export const IMMUTABLE: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** All else is kept, and asked for again each time. */
export const REVALIDATED: Headers = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

/** Powers of a browser that no article needs. */
const DENIED = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
] as const;

/**
 * Headers of every response. Each page carries the policy with its own hashes; the header, the same
 * for all pages, allows the hashes of all, and the style sheet of feeds, which no page asks for. Where those are too many for a header it says only what a
 * page cannot say of itself.
 */
export function securityHeaders(hashes: InlineHashes): Headers {
  const policy = `${policyOf({ ...hashes, styles: ["'self'", ...hashes.styles] })}; frame-ancestors 'none'`;
  return {
    'Content-Security-Policy':
      policy.length <= LONGEST_POLICY
        ? policy
        : "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Pictures are shown by readers of feeds, and cards where a part is shared.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Permissions-Policy': DENIED.map((name) => `${name}=()`).join(', '),
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}
