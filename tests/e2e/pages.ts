import type { Page } from '@playwright/test';

/** The pages of the showcase site, one of each kind, by address. */
export const PAGES = [
  '',
  'llm0/',
  'llm1/',
  'showcase0/',
  'showcase1/',
  'showcase2/',
  'arabic/',
  'japanese/',
  '404.html',
  'offline/',
];

/** Opens a page, and waits until it is whole and nothing is under way. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(untilWhole);
}

/** Run on a page: ends when all of it is laid out, also what is far from the screen, and the fonts of that are there. */
export async function untilWhole(): Promise<void> {
  const isFar = (element: Element) => getComputedStyle(element).contentVisibility === 'auto';
  while (Array.from(document.body.querySelectorAll('*')).some(isFar))
    await new Promise(requestAnimationFrame);
  await document.fonts.ready;
}
