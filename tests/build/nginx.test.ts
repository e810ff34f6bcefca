import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findNginx } from '../../scripts/nginx.ts';
import { FixtureSite } from '../support/fixture-site.ts';
import { Nginx } from '../support/nginx.ts';

const program = findNginx();

// Skipped only where there is no nginx and none can be installed: the test command says so.
describe.skipIf(program === undefined).each([['/'], ['/blog/']])('nginx serves a site at %s', (base) => {
  let nginx: Nginx;
  let site: FixtureSite;

  beforeAll(async () => {
    site = await FixtureSite.make(`nginx${base.replaceAll('/', '-')}`, {
      'articles/llm0.md': '# The series\n',
      'articles/llm1.md': '# Part one\n\n![A field](../articleimages/field.png)\n\n```js\nlet a;\n```\n',
      'articleimages/field.png': { width: 800, height: 400 },
      'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const { code, output } = await site.build({ BASE_PATH: base });
    expect(code, output).toBe(0);
    nginx = await Nginx.start(program ?? '', join(site.root, 'dist'), base);
  });

  afterAll(() => nginx.stop());

  test('a page at its folder, with its policy, to be asked for again each time', async () => {
    const { status, headers, body } = await nginx.get(`${base}llm1/`);
    expect(status).toBe(200);
    expect(body).toContain('Part one');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()') as string,
    });
    const again = await nginx.get(`${base}llm1/`, { 'If-None-Match': headers.etag ?? '' });
    expect(again.status).toBe(304);
  });

  test('the header allows all that the pages allow', async () => {
    const { headers, body } = await nginx.get(`${base}llm1/`);
    const inPage = body.match(/'sha256-[^']+'/g) ?? [];
    expect(inPage.length).toBeGreaterThan(1);
    for (const hash of inPage) expect(headers['content-security-policy']).toContain(hash);
  });

  test('an article as Markdown, with its characters told', async () => {
    const { status, headers, body } = await nginx.get(`${base}llm1.md`);
    expect(status).toBe(200);
    expect(body).toContain('# Part one');
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect((await nginx.get(`${base}llm9.md`)).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('files whose names change with their content, for ever', async () => {
    const file = site.files('dist/_astro').find((name) => name.endsWith('.js')) ?? '';
    const { status, headers } = await nginx.get(`${base}_astro/${file}`);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const missing = await nginx.get(`${base}_astro/missing.js`);
    expect(missing.status).toBe(404);
    expect(missing.headers['cache-control']).toBeUndefined();
  });

  test('compressed files, made beforehand', async () => {
    const { headers, body } = await nginx.get(`${base}llm1/`, { 'Accept-Encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(Buffer.from(body, 'latin1')).toString()).toBe(site.read('dist/llm1/index.html'));
    expect(headers.vary).toContain('Accept-Encoding');
  });

  test.each([
    ['nowhere'],
    ['deep/er/nowhere/'],
    ['_astro/'],
    ['articleimages/'],
    ['.hosting/nginx.conf'],
    ['.nojekyll'],
  ])('a page that says that there is none, for %s', async (path) => {
    const { status, headers, body } = await nginx.get(base + path);
    expect(status).toBe(404);
    expect(body).toContain('There is no page at this address');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('the folder of a page whose slash is missing', async () => {
    const { status, headers } = await nginx.get(`${base}llm1`);
    expect([status, headers.location]).toEqual([301, `${base}llm1/`]);
  });

  test.each([
    ['../secret.txt'],
    ['%2e%2e/secret.txt'],
    ['..%2fsecret.txt'],
    ['llm1/../../../secret.txt'],
    ['%2e%2e%5csecret.txt'],
  ])('nothing outside its folder: %s', async (path) => {
    const { status, body } = await nginx.get(base + path);
    expect([400, 404]).toContain(status);
    expect(body).not.toBe('secret');
  });
});
