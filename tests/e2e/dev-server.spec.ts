import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { FixtureSite } from '../support/fixture-site.ts';
import { addressOf } from './serve-sites.ts';

test('the dev server tells problems until they are mended, wherever that is', async ({ page }) => {
  test.slow();
  const site = await FixtureSite.make('dev', {
    'articles/llm0.md': '# Index\n',
    'articles/llm1.md': '# One\n\n[two](./llm2#end)\n',
    'articles/llm3.mdx': '---\ntitle: [\n---\n# Three\n',
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const server = site.start(['scripts/site.ts', 'dev']);
  try {
    const address = await addressOf(server, /Local\s+(http:\S+)/);
    const overlay = page.locator('vite-error-overlay');

    await page.goto(new URL('llm1/', address).href);
    await expect(overlay).toContainText('articles/llm1.md:3:1');
    await expect(overlay).toContainText('missing-article');
    await expect(overlay).toContainText('Did you mean');
    await expect(overlay).toContainText('articles/llm3.mdx:3:1');

    site.write('articles/llm2.md', '# Two\n\n## Begin\n');
    await expect(overlay).toContainText('missing-fragment');
    expect(site.read('.astro/collections/collections.json')).toContain('articles/llm2.md');
    site.write('articles/llm2.md', '# Two\n\n## End\n');
    site.write('articles/llm3.mdx', '# Three\n\n![A cat](../articleimages/cat.svg)\n');
    await expect(overlay).toContainText('missing-picture');
    site.write('articleimages/cat.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
    await expect(page.locator('main').getByRole('link', { name: 'two', exact: true })).toHaveAttribute(
      'href',
      '/llm2/#end',
    );
    await expect(overlay).toHaveCount(0);

    site.remove('articles/llm2.md');
    await expect(overlay).toContainText('missing-article');
    site.write('articles/llm1.md', '# One, and only\n');
    await expect(page.locator('main h1')).toHaveText('One, and only');
    await expect(overlay).toHaveCount(0);
  } finally {
    await end(server);
  }
});

test('the dev server says that it has no search', async ({ page }) => {
  test.slow();
  const site = await FixtureSite.make('dev-search', {
    'articles/llm0.md': '# Index\n',
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const server = site.start(['scripts/site.ts', 'dev']);
  try {
    const address = await addressOf(server, /Local\s+(http:\S+)/);
    await page.goto(new URL('llm0/', address).href, { waitUntil: 'networkidle' });
    await page.keyboard.press('/');
    const search = page.getByRole('dialog', { name: 'Search' });
    await expect(search.getByRole('status')).toContainText('Search works in the built site');
  } finally {
    await end(server);
  }
});

async function end(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}
