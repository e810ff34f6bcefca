import { expect, test } from '@playwright/test';
import { openWhole } from './pages.ts';

const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;

test('only a page with a formula loads the font for formulas', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'font' && fonts.push(request.url()));
  await openWhole(page, root('llm1/'));
  expect(fonts).toEqual([]);
  await openWhole(page, root('showcase1/'));
  expect(fonts).toEqual([expect.stringMatching(/stix-two-math\.[\w-]+\.woff2$/)]);
});

test('only a page with a formula has the styles for formulas', async ({ page }) => {
  const styles = () =>
    page
      .locator('style')
      .evaluateAll((all) => all.filter(({ textContent }) => /math[-{]/.test(textContent)).length);
  await page.goto(root('llm1/'));
  expect(await styles()).toBe(0);
  await page.goto(root('showcase1/'));
  expect(await styles()).toBe(1);
  await expect(page.locator('body style')).toHaveCount(0);
});

test('brackets grow with what they hold', async ({ page }) => {
  await openWhole(page, root('showcase1/'));
  const [bracket, matrix] = await page
    .locator('.formula:has(mtable) math > mrow')
    .first()
    .evaluate((row) =>
      ['mo', 'mtable'].map((name) => row.querySelector(name)?.getBoundingClientRect().height ?? 0),
    );
  expect(bracket).toBeGreaterThanOrEqual(matrix ?? Number.NaN);
});

test('a long formula in a text breaks into lines on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openWhole(page, root('showcase1/'));
  const rows = await page
    .locator('p > math.math-breakable')
    .last()
    .evaluate((math) => new Set([...math.children].map((part) => part.getBoundingClientRect().bottom)).size);
  expect(rows).toBeGreaterThan(1);
});

test('a script, a fraction or a root has as many parts as it needs', async ({ page }) => {
  const partsOf = { mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2, msubsup: 3, munderover: 3 };
  await page.goto(root('showcase1/'));
  const found = await page
    .locator(Object.keys(partsOf).join())
    .evaluateAll((elements) =>
      elements.map((element) => ({ name: element.localName, parts: element.childElementCount })),
    );
  expect(found).not.toEqual([]);
  const wrong = found.filter(({ name, parts }) => parts !== new Map(Object.entries(partsOf)).get(name));
  expect(wrong).toEqual([]);
});
