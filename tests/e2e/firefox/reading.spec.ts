import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { PAGES } from '../pages.ts';
import { addressOf, test } from './firefox.ts';

for (const path of [...PAGES, 'nowhere/']) {
  for (const width of [320, 1440]) {
    test(`/${path} has no error, and does not scroll sideways at ${width} px`, async ({ openFirefox }) => {
      const { page, wrong } = await openFirefox({ path, width });
      expect(wrong).toEqual([]);
      const { scrollWidth, clientWidth } = await page.$eval('html', ({ scrollWidth, clientWidth }) => ({
        scrollWidth,
        clientWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      expect(await page.$$eval('h1', (titles) => titles.map((title) => title.checkVisibility()))).toEqual([
        true,
      ]);
    });
  }
}

test('formulas are MathML, in the font that comes with them', async ({ openFirefox }) => {
  const { page } = await openFirefox({ path: 'showcase1/' });
  expect(
    await page.evaluate(() => Array.from(document.fonts, ({ family, status }) => [family, status])),
  ).toEqual([['Formulas', 'loaded']]);
  const [above, below] = await page.$eval('mfrac', (fraction) =>
    Array.from(fraction.children, (part) => part.getBoundingClientRect().toJSON() as DOMRect),
  );
  expect(above?.bottom).toBeLessThanOrEqual(below?.top ?? Number.NaN);
});

for (const { width, place } of [
  { width: 1440, place: 'beside' },
  { width: 320, place: 'below' },
] as const) {
  test(`a note stands ${place} its text at ${width} px`, async ({ openFirefox }) => {
    const { page } = await openFirefox({ path: 'showcase1/', width });
    const [text, note] = await page.$eval('.noted', (noted) =>
      Array.from(noted.children, (part) => part.getBoundingClientRect().toJSON() as DOMRect),
    );
    if (place === 'beside') {
      expect(note?.left).toBeGreaterThan(text?.right ?? Number.NaN);
      expect(note?.top).toBeLessThan(text?.bottom ?? Number.NaN);
    } else {
      expect(note?.top).toBeGreaterThanOrEqual(text?.bottom ?? Number.NaN);
      expect(note?.right).toBeLessThanOrEqual(width);
    }
    expect(await page.$eval('.footnotes', (list) => list.checkVisibility())).toBe(false);
  });
}

test('the theme can be chosen, and is remembered', async ({ openFirefox }) => {
  const { page } = await openFirefox({ path: 'llm1/' });
  const background = () => page.$eval('html', (root) => getComputedStyle(root).backgroundColor);
  await page.select('theme-switch select', 'light');
  const light = await background();
  await page.select('theme-switch select', 'dark');
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto(addressOf('llm0/'));
  await expect.poll(background).toBe(dark);
  expect(await page.$eval('theme-switch select', ({ value }) => value)).toBe('dark');
});

test('the place in a part is kept, and offered again', async ({ openFirefox }) => {
  const { page } = await openFirefox({ path: 'llm1/' });
  expect(await isShown(page, '.continue-at')).toBe(false);
  await page.$eval('#transformers-architecture', (heading) => {
    heading.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('reading')))
    .toContain('transformers-architecture');
  await page.goto(addressOf('llm0/'));
  await page.waitForSelector('.reading-mark');
  expect(await page.$eval('.reading-mark', ({ textContent }) => textContent)).toMatch(/^Read to \d+ %$/);
  await page.goto(addressOf('llm1/'));
  await page.waitForSelector('.continue-at:not([hidden])');
  expect(await page.$eval('.continue-at', ({ textContent }) => textContent)).toBe(
    'Continue at “Transformers Architecture”',
  );
  expect(await isShown(page, '.continue-at')).toBe(true);
});

test('Tab offers to skip to the text first', async ({ openFirefox }) => {
  const { page } = await openFirefox({ path: 'llm1/' });
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to the text');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
});

function isShown(page: Page, selector: string): Promise<boolean> {
  return page.$eval(selector, (element) => element.checkVisibility());
}
