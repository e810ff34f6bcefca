import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { serveFolder } from '../../support/file-server.ts';
import { test } from './firefox.ts';

const DIST = join(import.meta.dirname, '../../../.fixtures/e2e/dist');

function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => url);
  });
}

test('what was visited is read when the network is gone, and what was not says so', async ({
  openFirefox,
}) => {
  const host = await serveFolder(DIST, '/any/path/');
  const { page, wrong } = await openFirefox({ path: `${host.address}llm1/` });
  await expect.poll(() => kept(page)).toContain(`${host.address}llm1/`);
  expect(wrong).toEqual([]);
  await host.close();
  await page.goto(`${host.address}llm1/index.html?again`);
  expect(await page.$eval('h1', ({ textContent }) => textContent)).toContain('LLM');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  await page.goto(`${host.address}showcase1/`);
  expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe('You are offline');
  expect(
    await page.$$eval('.kept a', (links) => links.map((link) => (link as HTMLAnchorElement).href)),
  ).toEqual([`${host.address}llm1/`]);
  expect(wrong.filter((what) => what.startsWith('forbidden'))).toEqual([]);
});
