import { expect, type Page, test } from '@playwright/test';

const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;
const pageOf = (page: Page) => page.locator('html');

/** Chooses a theme on one page, to be asked for on another. */
async function chooseDark(page: Page): Promise<void> {
  await page.goto(root('llm1/'));
  await page.getByLabel('Theme').selectOption('Dark');
}

/** Has the page say, as `data-asked`, how far it was loaded when its device was asked for the first time. */
const noteQuestions = (page: Page) =>
  page.addInitScript(() => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) {
      // There is no body yet while the browser reads the head.
      const state = document.querySelector('body') ? document.readyState : 'head';
      document.documentElement.dataset['asked'] ??= state;
      return getItem.call(this, key);
    };
  });

/** Keeps the quiet moments of a page for `beQuiet`: when a browser has one, and what it has painted by then, varies. */
const holdQuietMoments = (page: Page) =>
  page.addInitScript(() => {
    const held: IdleRequestCallback[] = [];
    globalThis.requestIdleCallback = (task) => held.push(task);
    addEventListener('quiet', () => {
      for (const task of held.splice(0)) task({ didTimeout: false, timeRemaining: () => 50 });
    });
  });

const beQuiet = (page: Page) => page.evaluate(() => dispatchEvent(new Event('quiet')));

test('in a first visit, the device is asked when the page is there and the browser is quiet', async ({
  page,
}) => {
  await noteQuestions(page);
  await holdQuietMoments(page);
  await page.goto(root('llm1/'));
  await expect(pageOf(page)).toHaveAttribute('data-visit', 'first');
  await expect(page.getByLabel('Theme')).toBeAttached();
  await expect(pageOf(page)).not.toHaveAttribute('data-asked');
  await beQuiet(page);
  await expect(pageOf(page)).toHaveAttribute('data-asked', 'complete');
});

test('in a later visit, the device is asked before the first paint', async ({ page }) => {
  await page.goto(root('llm1/'));
  await page.evaluate(() => navigator.serviceWorker.ready);
  await noteQuestions(page);
  await page.goto(root('llm0/'));
  await expect(pageOf(page)).not.toHaveAttribute('data-visit');
  await expect(pageOf(page)).toHaveAttribute('data-asked', 'head');
});

test('a page that was loaded around the worker shows what the device keeps', async ({ page }) => {
  await chooseDark(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await page.goto(root('llm0/'));
  await expect(pageOf(page)).toHaveAttribute('data-visit', 'first');
  await expect(pageOf(page)).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
});

test('who scrolls at once loses no place that was kept, though the worker is refused', async ({ page }) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('Not here.'));
    // As if the browser had no time before the reader scrolls.
    globalThis.requestIdleCallback = () => 0;
    localStorage.setItem(
      'reading',
      JSON.stringify({ llm1: { heading: 'transformers-architecture', share: 0.5 } }),
    );
  });
  await page.goto(root('llm1/'));
  await expect(page.locator('progress')).toBeAttached();
  await page.mouse.wheel(0, 300);
  await expect(page.getByRole('link', { name: 'Continue at' })).toHaveText(
    'Continue at “Transformers Architecture”',
  );
});
