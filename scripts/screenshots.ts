import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { BROWSER_FLAGS, provideBrowser } from './browser.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const { build, preview } = await import('astro');

const PROJECT = resolve(import.meta.dirname, '..');
const PAGES = { home: '', index: 'llm0/', part: 'llm1/', 'not-found': 'nowhere/' } as const;
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 768, 1440] as const;

/**
 * Pictures of the site as it is: every page at three widths, light and dark, into `screenshots/`,
 * which is not tracked, and the two that the README shows into `docs/`.
 */
async function main(): Promise<void> {
  const browser = await chromium.launch({ executablePath: provideBrowser(say), args: BROWSER_FLAGS });
  await build({ root: PROJECT, logLevel: 'warn' });
  const server = await preview({ root: PROJECT, logLevel: 'warn' });
  const address = `http://localhost:${server.port}/`;
  for (const scheme of SCHEMES) {
    for (const width of WIDTHS) {
      for (const [name, path] of Object.entries(PAGES)) {
        const file = join(PROJECT, 'screenshots', `${name}-${width}-${scheme}.png`);
        await shoot(browser, { url: address + path, scheme, width, height: 900, isWhole: true, file });
      }
    }
    const file = join(PROJECT, 'docs', `part-${scheme}.png`);
    await shoot(browser, { url: `${address}llm1/`, scheme, width: 1280, height: 760, isWhole: false, file });
  }
  await browser.close();
  await server.stop();
}

interface Shot {
  readonly url: string;
  readonly scheme: (typeof SCHEMES)[number];
  readonly width: number;
  readonly height: number;
  /** Whether the whole page is shown, or the first screen of it. */
  readonly isWhole: boolean;
  readonly file: string;
}

async function shoot(browser: Browser, { url, scheme, width, height, isWhole, file }: Shot): Promise<void> {
  const page = await browser.newPage({
    colorScheme: scheme,
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode()));
  });
  mkdirSync(resolve(file, '..'), { recursive: true });
  await page.screenshot({ path: file, fullPage: isWhole });
  await page.close();
  say(file);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
