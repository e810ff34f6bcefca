import { expect, type Page, test } from '@playwright/test';

const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;
const theme = (page: Page) => page.locator('html');

/** Chooses a theme on one page, to be asked for on another. */
async function chooseDark(page: Page): Promise<void> {
  await page.goto(root('llm1/'));
  await page.getByLabel('Theme').selectOption('Dark');
}

test('a first visit does not ask what the device keeps', async ({ page }) => {
  await page.addInitScript(() => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) {
      document.documentElement.dataset['asked'] = key;
      return getItem.call(this, key);
    };
  });
  await page.goto(root('llm1/'));
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(theme(page)).not.toHaveAttribute('data-asked');
  await page.goto(root('llm0/'));
  await expect(theme(page)).toHaveAttribute('data-asked');
});

test('a page that was loaded around the worker shows what the device keeps', async ({ page }) => {
  await chooseDark(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await page.goto(root('llm0/'));
  await expect(theme(page)).toHaveAttribute('data-visit', 'first');
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
});

test('a browser that refuses the worker is asked all the same', async ({ page }) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('Not here.'));
  });
  await chooseDark(page);
  await page.goto(root('llm0/'));
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark');
});
