import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { type FileServer, serveFolder } from '../support/file-server.ts';
import { listen } from './listen.ts';

const DIST = join(import.meta.dirname, '../../.fixtures/e2e/dist');
let elsewhere: FileServer;

test.beforeAll(async () => {
  elsewhere = await serveFolder(DIST, '/any/path/');
});

test.afterAll(() => elsewhere.close());

const PLACES: readonly (readonly [string, () => string])[] = [
  ['at the root of a host', () => process.env['SITE_AT_ROOT'] ?? ''],
  ['at the base that it was built for', () => process.env['SITE_AT_BLOG'] ?? ''],
  ['at another path than it was built for', () => elsewhere.address],
  ['opened from disk', () => `${pathToFileURL(DIST).href}/`],
];

for (const [place, start] of PLACES) {
  test(`every page can be reached by its links, and nothing is missing or blocked, ${place}`, async ({
    page,
  }) => {
    const home = start();
    const found = await listen(page);
    const queue = [home];
    const seen = new Set<string>();
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      if (seen.has(address)) continue;
      seen.add(address);
      await page.goto(address === home && home.startsWith('file:') ? `${home}index.html` : address);
      await expect(page.locator('h1')).toBeVisible();
      const links = await page.evaluate(() => [...document.links].map(({ href }) => href.replace(/#.*/, '')));
      queue.push(...links.filter((link) => link.startsWith(home) && /(\/|\.html)$/.test(link)));
    }
    const pages = [...seen].map((address) => address.slice(home.length).replace(/index\.html$/, ''));
    expect(new Set(pages)).toEqual(
      new Set(['', 'llm0/', 'llm1/', 'showcase0/', 'showcase1/', 'showcase2/', 'arabic/', 'japanese/']),
    );
    expect(found).toEqual([]);
  });

  test(`pictures and scripts work ${place}`, async ({ page }) => {
    await page.goto(new URL('llm1/index.html', start()).href);
    const picture = page.locator('article img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  });
}

test('a host shows pages at their folders, in the address bar and in links', async ({ page }) => {
  await page.goto(new URL('llm1/index.html?a=1#what-is-an-llm', elsewhere.address).href);
  await expect(page).toHaveURL(`${elsewhere.address}llm1/?a=1#what-is-an-llm`);
  await page.getByRole('link', { name: 'LLM Internals' }).first().click();
  await expect(page).toHaveURL(elsewhere.address);
});

test('without scripts, links lead to files', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${elsewhere.address}llm1/`);
  await page.locator('a[rel=prev]').click();
  await expect(page).toHaveURL(`${elsewhere.address}llm0/index.html`);
  await page.close();
});

test('a script that somebody injects does not run', async ({ page }) => {
  const found = await listen(page);
  await page.goto(new URL('llm1/', process.env['SITE_AT_ROOT']).href);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="data:," onerror="document.title = `taken over`">',
    );
  });
  await expect.poll(() => found.length).toBeGreaterThanOrEqual(2);
  expect(await page.title()).not.toBe('taken over');
  expect(found.filter((what) => what.startsWith('blocked: script-src'))).toHaveLength(2);
});
