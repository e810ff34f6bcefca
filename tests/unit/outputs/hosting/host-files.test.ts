import { describe, expect, test } from 'vitest';
import { hostFiles } from '../../../../src/outputs/hosting/host-files.ts';
import { securityHeaders } from '../../../../src/outputs/hosting/response-headers.ts';
import type { BuiltSite } from '../../../../src/outputs/output.ts';
import { site } from '../../../../src/site.ts';
import { keepNothing } from '../../../support/keep-nothing.ts';

const built = (more: Partial<BuiltSite> = {}): BuiltSite => ({
  site,
  read: () => undefined,
  address: { origin: 'https://example.org', base: '/blog/' },
  articles: [],
  hashes: () => Promise.resolve({ scripts: ["'sha256-s'"], styles: ["'sha256-t'"] }),
  redirects: [],
  keep: keepNothing,
  html: () => Promise.resolve(''),
  heading: () => Promise.resolve(undefined),
  markdown: () => Promise.resolve(''),
  publicFile: () => undefined,
  ...more,
});

const files = async (more?: Partial<BuiltSite>) =>
  new Map((await hostFiles(built(more))).map(({ path, content }) => [path, String(content)]));

describe('the headers of all hosts', () => {
  test('allow what pages allow, and framing nowhere', () => {
    const { 'Content-Security-Policy': policy } = securityHeaders({ scripts: ["'sha256-s'"], styles: [] });
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-s';");
    expect(policy).toContain("; style-src 'self';");
    expect(policy).toMatch(/; frame-ancestors 'none'$/);
  });

  test('leave hashes to the pages where they would be too long', () => {
    const scripts = Array.from({ length: 40 }, (_, index) => `'sha256-${'x'.repeat(44)}${index}'`);
    expect(securityHeaders({ scripts, styles: [] })['Content-Security-Policy']).toBe(
      "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
    );
  });

  test.each([['_headers'], ['vercel.json'], ['.hosting/nginx.conf'], ['.hosting/Caddyfile']])(
    'are in %s, all of them',
    async (path) => {
      const content = (await files()).get(path) ?? '';
      const headers = securityHeaders({ scripts: ["'sha256-s'"], styles: ["'sha256-t'"] });
      for (const [name, value] of Object.entries(headers)) {
        expect(content).toContain(name);
        expect(content).toContain(value);
      }
      expect(content).toContain('/blog/_astro/');
      expect(content).toContain('max-age=31536000, immutable');
    },
  );
});

describe('redirects', () => {
  const redirects = [{ from: 'old/', to: 'llm1/' }];

  test.each<[string, string]>([
    ['_redirects', '/blog/old/ /blog/llm1/ 301\n'],
    ['.hosting/nginx.conf', 'location = /blog/old/ { return 301 /blog/llm1/; }'],
    ['.hosting/Caddyfile', '  redir /blog/old/ /blog/llm1/ permanent'],
  ])('are in %s', async (path, rule) => {
    expect((await files({ redirects })).get(path)).toContain(rule);
  });

  test('are in vercel.json', async () => {
    expect(JSON.parse((await files({ redirects })).get('vercel.json') ?? '')).toMatchObject({
      redirects: [{ source: '/blog/old/', destination: '/blog/llm1/', permanent: true }],
    });
  });

  test('need no file where there are none', async () => {
    expect((await files()).has('_redirects')).toBe(false);
  });
});
