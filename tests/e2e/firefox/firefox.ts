import { test as base } from '@playwright/test';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../scripts/browser.ts';
import { untilWhole } from '../pages.ts';

export interface FirefoxPage {
  readonly page: Page;
  /** What went wrong on it until now: errors, what could not be loaded, what its policy forbids. */
  readonly wrong: readonly string[];
}

export interface Opening {
  /** The address below that of the site. */
  readonly path: string;
  /** In CSS pixels; 1440 by default. */
  readonly width?: number;
}

/** Opens a page of the site, and waits until it is whole, in a Firefox that keeps nothing from one test to the next. */
export type OpenFirefox = (opening: Opening) => Promise<FirefoxPage>;

/**
 * Tests in a real Firefox, by WebDriver BiDi: Playwright drives only one of its own, which is not
 * everywhere. Where there is none, the tests are skipped.
 */
export const test = base.extend<{ openFirefox: OpenFirefox }, { firefox: Browser | undefined }>({
  firefox: [
    async ({ headless }, use) => {
      const executablePath = findFirefox();
      const browser =
        executablePath === undefined
          ? undefined
          : await launch({ browser: 'firefox', executablePath, headless: headless ?? true });
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  openFirefox: async ({ firefox }, use, { skip }) => {
    if (!firefox) {
      skip(true, 'There is no Firefox.');
      return;
    }
    const context = await firefox.createBrowserContext();
    await use(async ({ path, width = 1440 }) => {
      const page = await context.newPage();
      await page.setViewport({ width, height: 900 });
      const wrong = await watch(page);
      await page.goto(addressOf(path), { waitUntil: 'networkidle0' });
      await page.evaluate(untilWhole);
      return { page, wrong };
    });
    await context.close();
  },
});

/** The address of a page of the site that is served at `/`. */
export function addressOf(path: string): string {
  return new URL(path, process.env['SITE_AT_ROOT']).href;
}

async function watch(page: Page): Promise<readonly string[]> {
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => {
    // Firefox says so of a formula whose end is still to come (formulas.spec.ts looks at whole ones).
    const isUnfinished = String(error).startsWith('Error: Invalid markup: Incorrect number of children');
    if (!isUnfinished) wrong.push(String(error));
  });
  page.on('requestfailed', (request) => {
    // Firefox ends a prefetch as soon as any page of its has something else to load.
    const isEnded = request.failure()?.errorText === 'NS_BINDING_ABORTED';
    if (!isEnded) wrong.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    const isMissing = response.status() >= 400 && !response.request().isNavigationRequest();
    if (isMissing) wrong.push(`missing: ${response.url()}`);
  });
  // Firefox tells nobody but the page about what a policy forbids.
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`forbidden by ${violatedDirective}: ${blockedURI}`);
    });
  });
  return wrong;
}
