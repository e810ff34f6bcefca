import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';

/** The showcase as it was built for these tests. */
const SITE = join(import.meta.dirname, '../../.fixtures/e2e/dist');
const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;
const blog = (path: string) => new URL(path, process.env['SITE_AT_BLOG']).href;

const parts = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Search' });
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Words to search for' }),
    options: dialog.getByRole('option'),
    status: dialog.getByRole('status'),
  };
};

/** What the page's policy forbids, as the browser tells. */
async function watchPolicy(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('tellViolation', (what: string) => violations.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { tellViolation } = window as unknown as { tellViolation(what: string): void };
      tellViolation(`${violatedDirective} ${blockedURI}`);
    });
  });
  return violations;
}

async function searchFor(page: Page, words: string): Promise<Locator> {
  await page.keyboard.press('/');
  const { field, options } = parts(page);
  await field.fill(words);
  await expect(options.first()).toBeVisible();
  return options;
}

for (const [base, address] of [
  ['/', root],
  ['/blog/', blog],
] as const) {
  test(`at ${base}, keys alone lead from a word to the section that has it`, async ({ page }) => {
    const violations = await watchPolicy(page);
    await page.goto(address('showcase1/'));
    const { dialog, field, options, status } = parts(page);
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await expect(status).toHaveText('Type words to find them in the text of all articles.');
    await page.keyboard.type('encoder');
    await expect(options.first()).toBeVisible();
    await expect(status).toHaveText(/^\d+ places? in \d+ articles?\.$/);
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(dialog.getByRole('group', { name: 'LLM Internals part 1' })).toBeVisible();
    await expect(options.locator('mark').first()).toHaveText(/^encoder/i);

    await page.keyboard.press('ArrowDown');
    const chosen = dialog.getByRole('option', { selected: true });
    await expect(chosen).toHaveCount(1);
    await expect(field).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
    await expect(field).toBeFocused();
    const href = await chosen.evaluate((link: HTMLAnchorElement) => link.href);
    expect(href).toContain(address('llm1/index.html#'));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(href.replace('/index.html', '/'));
    const id = decodeURIComponent(new URL(href).hash.slice(1));
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    expect(violations).toEqual([]);
  });
}

test('nothing of the search is loaded before it is opened', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(root('llm1/'), { waitUntil: 'networkidle' });
  expect(loaded.filter((path) => /pagefind|panel/.test(path))).toEqual([]);
  await page.getByRole('link', { name: 'Search' }).click();
  await expect(parts(page).status).toContainText('Type words');
  expect(loaded).toContain('/pagefind/pagefind.js');
});

test('Escape and a click beside the dialog close it, and give the focus back', async ({ page }) => {
  await page.goto(root('llm1/'));
  const link = page.getByRole('link', { name: 'Search' });
  const { dialog, field } = parts(page);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await field.fill('attention');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.mouse.click(5, 5);
  await expect(dialog).toBeHidden();
});

test('Home, End and the arrows move through the options and round their ends', async ({ page }) => {
  await page.goto(root('llm0/'));
  const options = await searchFor(page, 'model');
  const count = await options.count();
  expect(count).toBeGreaterThan(2);
  const chosen = async (key: string) => {
    await page.keyboard.press(key);
    return options.evaluateAll((all) => all.findIndex((one) => one.ariaSelected === 'true'));
  };
  expect(await chosen('Home')).toBe(-1);
  expect(await chosen('ArrowUp')).toBe(count - 1);
  await expect(options.last()).toBeInViewport();
  expect(await chosen('ArrowDown')).toBe(0);
  expect(await chosen('ArrowDown')).toBe(1);
  expect(await chosen('End')).toBe(count - 1);
  expect(await chosen('Home')).toBe(0);
});

test('a place in the page that is read is shown without loading it again', async ({ page }) => {
  await page.goto(root('showcase1/'));
  await page.evaluate(() => (document.body.dataset['isSame'] = 'yes'));
  const options = await searchFor(page, 'd_model');
  await options.filter({ hasText: 'Definition lists' }).click();
  await expect(page).toHaveURL(root('showcase1/#definition-lists'));
  await expect(page.locator('body')).toHaveAttribute('data-is-same', 'yes');
  await expect(parts(page).dialog).toBeHidden();
});

test('a note is found where it stands', async ({ page }) => {
  await page.goto(root('llm0/'));
  const options = await searchFor(page, '"Another note"');
  const note = options.filter({ hasText: 'Another note' });
  await expect(note.locator('strong')).toHaveText('Note');
  await expect(note).toHaveAttribute('href', /showcase1\/index\.html#.+/);
});

test('Arabic is found and reads from right to left, Japanese is found by its words', async ({ page }) => {
  await page.goto(root('llm0/'));
  const arabic = await searchFor(page, 'الانتباه');
  await expect(arabic.first()).toHaveCSS('direction', 'rtl');
  await expect(parts(page).dialog).toHaveCSS('direction', 'ltr');
  await parts(page).field.fill('言語');
  const group = parts(page).dialog.getByRole('group').first();
  await expect(group).toHaveAttribute('lang', 'ja');
  await expect(group.locator('mark').first()).toHaveText('言語');
  expect(await group.innerText()).not.toMatch(/[ぁ-ん一-龯] [ぁ-ん一-龯]/);
});

test('says that nothing was found, and what it can do again once the words are gone', async ({ page }) => {
  await page.goto(root('llm0/'));
  const { field, options, status } = parts(page);
  await page.keyboard.press('/');
  await field.fill('zzyzx');
  await expect(status).toHaveText('Nothing was found for “zzyzx”.');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(options).toHaveCount(0);
  await field.fill('');
  await expect(status).toContainText('Type words');
});

test.describe('without a service worker, whose requests a test cannot stop', () => {
  test.use({ serviceWorkers: 'block' });

  test('says that it could not be loaded, leads to all articles, and can be tried again', async ({
    page,
  }) => {
    await page.goto(root('llm1/'));
    await page.route('**/pagefind.js', (route) => route.abort());
    const { dialog, status } = parts(page);
    await page.keyboard.press('/');
    await expect(status).toHaveText('Search could not be loaded. You may be offline.');
    await expect(dialog.getByRole('link', { name: 'All articles' })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await page.unroute('**/pagefind.js');
    await page.keyboard.press('/');
    await expect(status).toContainText('Type words');
    await expect(dialog.getByRole('link', { name: 'All articles' })).toBeHidden();
  });

  test('says that its index could not be read, and reads it again for the next words', async ({ page }) => {
    await page.route('**/pagefind/*.{json,pf_meta,pagefind}*', (route) => route.abort());
    await page.goto(root('llm1/'));
    const { field, options, status } = parts(page);
    await page.keyboard.press('/');
    await field.fill('attention');
    await expect(status).toHaveText('The index of the search could not be read. You may be offline.');
    await page.unrouteAll();
    await field.fill('transformer');
    await expect(options.first()).toBeVisible();
  });
});

test('opened from disk, says where it works, and leads to all articles', async ({ page }) => {
  const file = (path: string) => pathToFileURL(join(SITE, path)).href;
  await page.goto(file('llm1/index.html'));
  await page.keyboard.press('/');
  const { dialog, status } = parts(page);
  await expect(status).toHaveText('Search works on the published site, not in files opened from disk.');
  await expect(dialog.getByLabel('Words to search for')).toBeDisabled();
  await dialog.getByRole('link', { name: 'All articles' }).click();
  await expect(page).toHaveURL(file('index.html'));
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the link says that search needs one, and leads to all articles', async ({ page }) => {
    await page.goto(root('llm1/'));
    const note = page.getByText('Search needs JavaScript.');
    await expect(note).toBeHidden();
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(note).toBeInViewport();
    await page.getByRole('link', { name: 'All articles' }).click();
    await expect(page).toHaveURL(root('index.html'));
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1440]) {
    test(`results have no violation in ${colorScheme} at ${width} px, and fit`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(root('llm1/'));
      await searchFor(page, 'attention');
      await page.keyboard.press('ArrowDown');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      const { dialog } = parts(page);
      const box = await dialog.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
