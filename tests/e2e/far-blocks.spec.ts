import { expect, type Page, test } from '@playwright/test';

const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;

/** How the last block of the article is laid out: `auto` for as long as it is far away, then `visible`. */
const lastBlock = (page: Page) => page.locator('.prose > *').last();

/** As if the browser had no quiet moment. */
const keepBusy = (page: Page) =>
  page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });

test('what is far from the screen is laid out after the first paint', async ({ page }) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      const block = document.querySelector('.prose > :last-child');
      document.documentElement.dataset['atFirst'] = block
        ? getComputedStyle(block).contentVisibility
        : 'not parsed';
    }).observe({ type: 'paint', buffered: true });
  });
  await page.goto(root('llm1/'));
  await expect(page.locator('html')).toHaveAttribute('data-at-first', /auto|not parsed/);
  for (const block of await page.locator('.prose > *, .site-footer').all())
    await expect(block).toHaveCSS('content-visibility', 'visible');
});

test('before a key can lead there, all is laid out', async ({ page }) => {
  await keepBusy(page);
  await page.goto(root('llm1/'));
  await expect(page.locator('progress')).toBeAttached();
  await expect(lastBlock(page)).toHaveCSS('content-visibility', 'auto');
  const rough = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.keyboard.press('End');
  await expect(lastBlock(page)).toHaveCSS('content-visibility', 'visible');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).not.toBe(rough);
  await expect
    .poll(() => page.evaluate(() => Math.round(scrollY + innerHeight)))
    .toBeGreaterThanOrEqual(height - 1);
});

test('a link to a section leads there, though the browser had no time', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await keepBusy(page);
  await page.goto(root('llm1/'));
  await expect(page.locator('progress')).toBeAttached();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link').last().click();
  const { hash } = new URL(page.url());
  await expect(page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`)).toBeInViewport();
});

test('who comes for a place in the text, or comes back to one, has all of it laid out at once', async ({
  page,
}) => {
  await keepBusy(page);
  await page.goto(root('llm1/#transformers-architecture'));
  await expect(lastBlock(page)).toHaveCSS('content-visibility', 'visible');
  await page.goto(root('llm0/'));
  await page.goto(root('llm1/'));
  await expect(page.locator('html')).toHaveAttribute('data-layout', 'by-block');
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-layout');
});

test('without scripts, all is laid out', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(root('llm1/'));
  await expect(page.locator('html')).not.toHaveAttribute('data-layout');
  await context.close();
});
