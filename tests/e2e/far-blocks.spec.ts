import { expect, type Page, test } from '@playwright/test';

const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;

/** How the last block of the article is laid out: `auto` for as long as it is far away, then `visible`. */
const lastBlock = (page: Page) => page.locator('.prose > *').last();
const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

/** As if the browser had no quiet moment. */
const keepBusy = (page: Page) =>
  page.addInitScript(() => {
    globalThis.requestIdleCallback = () => 0;
  });

test('what is far from the screen is laid out in the first quiet moment', async ({ page }) => {
  await page.addInitScript(() => {
    const request = globalThis.requestIdleCallback;
    globalThis.requestIdleCallback = (...args) => {
      const block = document.querySelector('.prose > :last-child');
      if (block) document.documentElement.dataset['before'] ??= getComputedStyle(block).contentVisibility;
      return request(...args);
    };
  });
  await page.goto(root('llm1/'));
  await expect(page.locator('html')).toHaveAttribute('data-before', 'auto');
  for (const block of await page.locator('.prose > *, .article-footer, .site-footer').all())
    await expect(block).toHaveCSS('content-visibility', 'visible');
});

for (const [width, height] of [
  [412, 823],
  [1440, 2600],
] as const) {
  test(`${width} by ${height} pixels are filled before a quiet moment, and not all else`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await keepBusy(page);
    await page.addInitScript(() => {
      const note = (event: Event) => {
        const { skipped, target } = event as ContentVisibilityAutoStateChangeEvent;
        if (target instanceof HTMLElement) target.dataset['isSkipped'] = String(skipped);
      };
      document.addEventListener('contentvisibilityautostatechange', note, true);
    });
    await page.goto(root('showcase1/'));
    await expect(page.locator('progress')).toBeAttached();
    const skipped = () =>
      page.locator('.prose > *').evaluateAll((blocks) =>
        blocks
          .filter((block) => getComputedStyle(block).contentVisibility === 'auto')
          .filter((block) => !block.matches('[data-is-skipped=false]'))
          .map((block) => (block.getBoundingClientRect().top < innerHeight ? 'seen' : 'far')),
      );
    await expect.poll(skipped).not.toContain('seen');
    expect(await skipped()).toContain('far');
  });
}

test('before a key can lead there, all is laid out', async ({ page }) => {
  await keepBusy(page);
  await page.goto(root('llm1/'));
  await expect(page.locator('progress')).toBeAttached();
  await expect(lastBlock(page)).toHaveCSS('content-visibility', 'auto');
  const rough = await heightOf(page);
  await page.keyboard.press('End');
  await expect(lastBlock(page)).toHaveCSS('content-visibility', 'visible');
  const height = await heightOf(page);
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

test('a block that is pointed at may show more than its box', async ({ page }) => {
  await keepBusy(page);
  await page.goto(root('showcase1/'));
  const block = page.locator('.prose > p').last();
  await expect(block).toHaveCSS('content-visibility', 'auto');
  await block.hover();
  await expect(block).toHaveCSS('content-visibility', 'visible');
});

for (const place of ['#transformers-architecture', '#:~:text=Transformers%20Architecture']) {
  test(`who comes for ${place} has all of the text laid out at once`, async ({ page }) => {
    await keepBusy(page);
    await page.goto(root(`llm1/${place}`));
    await expect(page.locator('progress')).toBeAttached();
    await expect(lastBlock(page)).toHaveCSS('content-visibility', 'visible');
  });
}

test('who loads a page again has all of its text laid out at once', async ({ page }) => {
  await keepBusy(page);
  await page.goto(root('llm1/'));
  await expect(lastBlock(page)).toHaveCSS('content-visibility', 'auto');
  await page.reload();
  await expect(page.locator('progress')).toBeAttached();
  await expect(lastBlock(page)).toHaveCSS('content-visibility', 'visible');
});

test('without scripts, all is laid out', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(root('llm1/'));
  await expect(lastBlock(page)).toHaveCSS('content-visibility', 'visible');
  await context.close();
});
