import { expect, test } from 'vitest';
import { robots } from '../../../src/outputs/robots.ts';
import { builtSite, outputOf } from '../../support/built-site.ts';

const textAt = async (origin: string, base: string) =>
  (await outputOf(robots, builtSite({ address: { origin, base } }))).get('robots.txt')?.toString();

test('lets everyone in, and leads to the sitemap', async () => {
  expect(await textAt('https://site.example', '/')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://site.example/sitemap.xml\n',
  );
});

test('says that it is read at the top of a host only, where it does not stand there', async () => {
  const text = await textAt('https://site.example', '/blog/');
  expect(text).toMatch(/^# .*https:\/\/site\.example\/robots\.txt/);
  expect(text).toContain('\nSitemap: https://site.example/blog/sitemap.xml\n');
});

test('names no sitemap where there is none', async () => {
  expect(await textAt('', '/')).toBe('User-agent: *\nAllow: /\n');
});
