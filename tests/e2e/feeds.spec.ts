import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { securityHeaders } from '../../src/outputs/hosting/response-headers.ts';
import { type FileServer, serveFolder } from '../support/file-server.ts';

const DIST = join(import.meta.dirname, '../../.fixtures/e2e/dist');
let host: FileServer;

test.beforeAll(async () => {
  host = await serveFolder(DIST, '/any/path/');
});

test.afterAll(() => host.close());

const PLACES: readonly (readonly [string, () => string])[] = [
  ['on a host', () => host.address],
  ['from disk', () => `${pathToFileURL(DIST).href}/`],
];

for (const [place, start] of PLACES) {
  for (const folder of ['', 'showcase0/']) {
    test(`the Atom feed in \`/${folder}\` can be read when it is opened ${place}`, async ({ page }) => {
      // A file on disk has no headers.
      await page.route(/^http.*\.xml$/, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), ...securityHeaders({ scripts: [], styles: [] }) };
        await route.fulfill({ response, headers });
      });
      await page.goto(`${start()}${folder}atom.xml`);
      await expect(page.locator('feed > title')).toBeVisible();
      await expect(page.locator('feed > entry > summary').first()).toBeHidden();
      await expect(page.locator('feed > updated')).toBeHidden();
      await expect(page.locator('h2').first()).toBeVisible();
      await expect(page.locator('math').first()).toBeVisible();
      const note = page.getByRole('link', { name: '1', exact: true }).first();
      await expect(note).toHaveAttribute('href', /^https:.*\/showcase1\/#user-content-fn-first$/);
      expect(
        await page.evaluate(() => getComputedStyle(document.documentElement, '::before').content),
      ).toContain('web feed');
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  }

  test(`an RSS feed shows titles, addresses and descriptions when it is opened ${place}`, async ({
    page,
  }) => {
    await page.goto(`${start()}showcase0/rss.xml`);
    await expect(page.locator('item > title').first()).toBeVisible();
    await expect(page.locator('item > link').first()).toBeVisible();
    await expect(page.locator('item > description').first()).toBeVisible();
    await expect(page.locator('item > :nth-child(n+6)').last()).toBeHidden();
  });
}
