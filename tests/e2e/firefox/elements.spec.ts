import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { test } from './firefox.ts';

const IMAGE = '.picture-dialog[open] img';

test('a picture opens large, is closed by Escape, and gives the focus back', async ({ openFirefox }) => {
  const { page, wrong } = await openFirefox({ path: 'llm1/' });
  const hasFocus = () => page.$eval('a.picture', (link) => link === document.activeElement);
  await page.focus('a.picture');
  await page.keyboard.press('Enter');
  await page.waitForSelector(IMAGE);
  await expect
    .poll(() => page.$eval(IMAGE, (image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  expect(await hasFocus()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.$('.picture-dialog[open]')).toBeNull();
  expect(await hasFocus()).toBe(true);
  expect(wrong).toEqual([]);
});

test('a picture is enlarged and moved by keys and by mouse', async ({ openFirefox }) => {
  const { page } = await openFirefox({ path: 'showcase1/' });
  await page.click('a.picture');
  const image = await page.waitForSelector(IMAGE);
  const transform = () => page.$eval(IMAGE, (element) => getComputedStyle(element).transform);
  await expect.poll(() => page.$eval(IMAGE, (element) => (element as HTMLImageElement).complete)).toBe(true);
  await page.keyboard.press('+');
  await expect.poll(transform).toBe('matrix(1.25, 0, 0, 1.25, 0, 0)');
  await page.keyboard.press('ArrowRight');
  await expect.poll(transform).toBe('matrix(1.25, 0, 0, 1.25, -60, 0)');
  const { x, y } = (await image?.clickablePoint()) ?? { x: 0, y: 0 };
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 50, y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(transform).toBe('matrix(1.25, 0, 0, 1.25, -10, 0)');
});

test('code is copied, and the button says so', async ({ openFirefox }) => {
  const { page } = await openFirefox({ path: 'showcase1/' });
  await page.click('code-copy button');
  await expect.poll(() => textOf(page, 'code-copy [role="status"]')).toBe('Copied');
});

test('tabs are led through by keyboard', async ({ openFirefox }) => {
  const { page, wrong } = await openFirefox({ path: 'showcase2/' });
  const shown = () =>
    page.$$eval('.tab-panel', (panels) =>
      panels.flatMap((panel) => (panel.ariaHidden === 'true' ? [] : [panel.ariaLabel])),
    );
  expect(await shown()).toEqual(['npm']);
  await page.focus('[role="tab"]');
  await page.keyboard.press('ArrowRight');
  await expect.poll(shown).toEqual(['pnpm']);
  expect(await textOf(page, '[role="tab"][aria-selected="true"]')).toBe('pnpm');
  expect(await textOf(page, ':focus')).toBe('pnpm');
  await page.click('[role="tab"]:last-child');
  await expect.poll(shown).toEqual(['From its source']);
  expect(wrong).toEqual([]);
});

test('details are unfolded', async ({ openFirefox }) => {
  const { page } = await openFirefox({ path: 'showcase2/' });
  const isShown = () => page.$eval('article details .alert', (element) => element.checkVisibility());
  expect(await isShown()).toBe(false);
  await page.click('article summary');
  await expect.poll(isShown).toBe(true);
});

function textOf(page: Page, selector: string): Promise<string | null> {
  return page.$eval(selector, ({ textContent }) => textContent);
}
