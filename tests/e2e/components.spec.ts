import { expect, test } from '@playwright/test';

const address = (fragment = '') => new URL(`showcase2/${fragment}`, process.env['SITE_AT_ROOT']).href;

test('tabs are led through by keyboard', async ({ page }) => {
  await page.goto(address());
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  const panel = (name: string) => page.getByRole('tabpanel', { name, exact: true });
  await expect(panel('npm')).toBeVisible();
  await expect(page.getByRole('tabpanel')).toHaveCount(1);
  await tab('npm').focus();
  for (const [key, name] of [
    ['ArrowRight', 'pnpm'],
    ['ArrowRight', 'From its source'],
    ['ArrowRight', 'npm'],
    ['ArrowLeft', 'From its source'],
    ['Home', 'npm'],
    ['End', 'From its source'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(tab(name)).toBeFocused();
    await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(panel(name)).toBeVisible();
    await expect(page.getByRole('tab', { selected: true })).toHaveCount(1);
    await expect(page.getByRole('tabpanel')).toHaveCount(1);
  }
  await page.keyboard.press('Tab');
  await expect(panel('From its source')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(tab('From its source')).toBeFocused();
  await tab('pnpm').click();
  await expect(panel('pnpm')).toContainText('The same, with another tool');
});

test('a link into a tab that is hidden opens it', async ({ page }) => {
  await page.goto(address());
  const heading = page.getByRole('heading', { name: 'With pnpm' });
  await expect(heading).toBeHidden();
  await page.getByRole('link', { name: 'the second tab' }).click();
  await expect(heading).toBeInViewport();
  await page.goto(address('#figure-1'));
  await expect(page.getByRole('figure').first()).toBeInViewport();
  await page.reload();
  await expect(page.getByRole('tab', { name: 'pnpm', exact: true })).toHaveAttribute('aria-selected', 'true');
});

test('paper shows all tabs with their titles, and what details hide', async ({ page }) => {
  await page.goto(address());
  await page.emulateMedia({ media: 'print' });
  for (const text of [
    'Put it beside',
    'The same, with another tool',
    'Get the source',
    'Without it the',
    'Few words',
  ]) {
    await expect(page.getByText(text)).toBeVisible();
  }
  await expect(page.locator('.tab-title')).toHaveText(['npm', 'pnpm', 'From its source']);
  await expect(page.locator('.tab-title').first()).toBeVisible();
  await expect(page.getByRole('tab').first()).toBeHidden();
});

test('a caption stays in sight while its table scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(new URL('showcase1/', process.env['SITE_AT_ROOT']).href);
  const box = page.getByRole('group', { name: /^Table 2\. A caption/ });
  // At once: what stands above is laid out in a quiet moment, and moves both.
  const [before, after] = await box.evaluate((element) => {
    const place = () => {
      const { x, y, width } =
        element.querySelector('.caption-text')?.getBoundingClientRect() ?? new DOMRect();
      return { x, width, below: y - element.getBoundingClientRect().y };
    };
    const first = place();
    element.scrollLeft = 150;
    return [first, place()] as const;
  });
  expect(after).toEqual(before);
  expect(before.width).toBeGreaterThan(0);
  expect(before.x + before.width).toBeLessThanOrEqual(320);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all tabs stand one after the other, with their titles', async ({ page }) => {
    await page.goto(address());
    for (const name of ['npm', 'pnpm', 'From its source']) {
      await expect(page.getByRole('group', { name, exact: true })).toContainText(name);
      await expect(page.getByRole('group', { name, exact: true })).toBeVisible();
    }
  });
});
