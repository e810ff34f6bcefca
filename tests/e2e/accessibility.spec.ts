import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PAGES } from './pages.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1440]) {
    for (const path of PAGES) {
      test(`/${path} has no violation in ${colorScheme} at ${width} px`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(new URL(path, process.env['SITE_AT_ROOT']).href);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([]);
      });
    }
  }
}

test('the dialogs have no violation', async ({ page }) => {
  await page.goto(new URL('llm1/', process.env['SITE_AT_ROOT']).href);
  await page.getByRole('article').locator('a.picture').click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
