import { expect, type Page, test } from '@playwright/test';
import { openWhole, PAGES } from './pages.ts';

const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;
/** Fails a test for any error on the page and any request to another site. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('requestfailed', (request) => {
    // A click on a link ends the requests of the page that it leaves.
    const isEnded = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!isEnded) wrong.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== new URL(root('')).origin)
      wrong.push(`other origin: ${request.url()}`);
  });
  return wrong;
}

test('leads from the home page to the index, to the part, and back, by clicks', async ({ page }) => {
  const wrong = watch(page);
  await page.goto(root(''));
  await page.getByRole('heading', { name: 'Inside large language models' }).getByRole('link').click();
  await expect(page).toHaveURL(root('llm0/'));
  await page.getByRole('heading', { name: 'LLM Internals part 1' }).getByRole('link').click();
  await expect(page).toHaveURL(root('llm1/'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LLM Internals part 1');
  await page.getByRole('article').getByRole('link', { name: 'index', exact: true }).click();
  await expect(page).toHaveURL(root('llm0/'));
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').click();
  await expect(page).toHaveURL(root(''));
  expect(wrong).toEqual([]);
});

test('leads there and back by keyboard alone', async ({ page }) => {
  await page.goto(root('llm0/'));
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await press(page, 'Tab', 'LLM Internals part 1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(root('llm1/'));
  await press(page, 'Tab', 'Inside large language models');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(root('llm0/'));
});

/** Presses a key until a link has the focus. */
async function press(page: Page, key: string, name: string): Promise<void> {
  for (let count = 0; count < 60; count++) {
    await page.keyboard.press(key);
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
  }
  throw new Error(`${key} never reaches ${name}`);
}

test('shows the picture, and opens its original', async ({ page }) => {
  await page.goto(root('llm1/'));
  const picture = page.getByRole('article').getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty('complete', true);
  expect(
    await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth > 0, image.currentSrc]),
  ).toEqual([true, expect.stringMatching(/\.webp$/)]);
  const response = page.waitForResponse(root('articleimages/transformers.png'));
  await picture.click();
  expect((await response).headers()['content-type']).toBe('image/png');
});

test('leads to sections from the contents and from their permalinks', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await page.goto(root('llm1/'));
  const heading = page.getByRole('heading', { name: 'GPT (and Bert)' });
  await expect(heading).not.toBeInViewport();
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: 'GPT (and Bert)' })
    .click();
  await expect(page).toHaveURL(root('llm1/#gpt-and-bert'));
  await expect(heading).toBeInViewport();
  const permalink = page.getByRole('link', { name: 'Link to “What is an LLM?”' });
  await expect(permalink).toHaveCSS('opacity', '0');
  await page.getByRole('heading', { name: 'What is an LLM?' }).hover();
  await expect(permalink).toHaveCSS('opacity', '1');
  await permalink.click();
  await expect(page).toHaveURL(root('llm1/#what-is-an-llm'));
});

for (const path of ['nope', 'deep/er/nope/', 'llm1/nope']) {
  test(`helps who asks for /${path}`, async ({ page }) => {
    const response = await page.goto(root(path));
    expect(response?.status()).toBe(404);
    await page.getByRole('main').getByRole('link', { name: 'LLM Internals part 1' }).click();
    await expect(page).toHaveURL(root('llm1/'));
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 768, height: 800 } });

  test('reads and leads on', async ({ page }) => {
    await page.goto(root(''));
    await page.getByRole('link', { name: 'LLM Internals part 1' }).click();
    await expect(page.getByRole('article')).toContainText('LLM is basically a model');
    await page.locator('summary').filter({ hasText: 'Contents' }).click();
    await page.getByRole('link', { name: 'Why build an LLM?', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Why build an LLM?' })).toBeInViewport();
  });
});

for (const path of PAGES) {
  test(`/${path} has no error, and asks nothing of another site`, async ({ page }) => {
    const wrong = watch(page);
    await openWhole(page, root(path));
    expect(wrong).toEqual([]);
  });

  for (const width of [320, 768, 1440]) {
    test(`/${path} does not scroll sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(root(path));
      const widths = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    });
  }
}

for (const selector of ['pre.code', '.scroll-box', '.formula[tabindex]']) {
  test(`a wide ${selector} scrolls in its own box, by keyboard`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(root('showcase1/'));
    const box = page.locator(selector).first();
    await box.focus();
    await expect(box).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });
}

test('the contents stand beside the text where there is room, and are folded where there is not', async ({
  page,
}) => {
  await page.goto(root('llm1/'));
  const contents = page.getByRole('navigation', { name: 'Contents' });
  const link = contents.getByRole('link', { name: 'What is an LLM?' });
  await page.setViewportSize({ width: 1440, height: 800 });
  await expect(link).toBeVisible();
  const [beside, text] = [await contents.boundingBox(), await page.getByRole('article').boundingBox()];
  expect((beside?.x ?? 0) + (beside?.width ?? 0)).toBeLessThan(text?.x ?? 0);
  await page.setViewportSize({ width: 768, height: 800 });
  await expect(link).toBeHidden();
});

for (const width of [320, 1440]) {
  test(`how far one has read is shown over the text at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openWhole(page, root('showcase1/'));
    await page
      .locator('.code-block')
      .first()
      .evaluate((block) => {
        scrollBy({ top: block.getBoundingClientRect().top + 30, behavior: 'instant' });
      });
    await expect
      .poll(() => page.locator('progress').evaluate((bar) => (bar as HTMLProgressElement).value))
      .not.toBe(0);
    const seen = await page
      .locator('.code')
      .first()
      .evaluate((code) => {
        const { left, width } = code.getBoundingClientRect();
        return [1, left + width / 4, innerWidth - 30].map((x) => document.elementFromPoint(x, 1)?.className);
      });
    expect(seen).toEqual(['reading-bar', 'reading-bar', 'reading-bar']);
  });
}

test('light and dark follow the system', async ({ page }) => {
  await page.goto(root('llm1/'));
  const colours = () =>
    page.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.body).color,
    ]);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await colours();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await colours()).not.toEqual(light);
});

test('works below a base, too', async ({ page }) => {
  const blog = (path: string) => new URL(path, process.env['SITE_AT_BLOG']).href;
  await page.goto(blog(''));
  await page.getByRole('link', { name: 'LLM Internals part 1' }).first().click();
  await expect(page).toHaveURL(blog('llm1/'));
  const picture = page.getByRole('article').getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  expect((await page.goto(blog('nope/deep')))?.status()).toBe(404);
  await page.getByRole('link', { name: 'the home page of LLM Internals' }).click();
  await expect(page).toHaveURL(blog(''));
});
