import { expect } from '@playwright/test';
import { PAGES } from '../pages.ts';
import { test } from './firefox.ts';

for (const path of PAGES) {
  test(`nothing that /${path} needs is forbidden by its policy`, async ({ openFirefox }) => {
    const { page, wrong } = await openFirefox({ path });
    expect(
      await page.$eval('meta[http-equiv="Content-Security-Policy"]', (meta) => meta.previousElementSibling),
    ).toBe(null);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    expect(wrong).toEqual([]);
  });
}

test('a script that somebody injects does not run, and the page learns of it', async ({ openFirefox }) => {
  const { page, wrong } = await openFirefox({ path: 'llm1/' });
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="data:," onerror="document.title = `taken over`">',
    );
  });
  await expect.poll(() => wrong.filter((what) => what.startsWith('forbidden by script-src')).length).toBe(2);
  expect(await page.title()).not.toBe('taken over');
});
