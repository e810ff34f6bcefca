import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'astro';
import { FixtureSite } from '../tests/support/fixture-site.ts';
import { showcaseFiles } from '../tests/support/showcase.ts';
import { BROWSER_FLAGS, provideBrowser } from './browser.ts';
import { runCommand, say } from './command-line.ts';

const PROJECT = resolve(import.meta.dirname, '..');
const PAGES = {
  home: '',
  index: 'llm0/',
  part: 'llm1/',
  'not-found': 'nowhere/',
  elements: 'showcase1/',
  components: 'showcase2/',
} as const;
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 768, 1440] as const;

const HELP = `Takes pictures of the site as it is, with a series beside it that shows every element: every page at
three widths, light and dark, and as it prints, into screenshots/, which is not tracked; and the two of
the part alone that the README shows into docs/.
Usage: npm run screenshots

Exit code: 0 when they are taken, 1 when one cannot be, 2 for wrong arguments.
`;

async function main(): Promise<number> {
  const browser = await chromium.launch({ executablePath: provideBrowser(say), args: BROWSER_FLAGS });
  const { root } = await FixtureSite.make('screenshots', showcaseFiles());
  await withServer(root, async (address) => {
    for (const scheme of SCHEMES) {
      for (const width of WIDTHS) {
        for (const [name, path] of Object.entries(PAGES)) {
          const file = join(PROJECT, 'screenshots', `${name}-${width}-${scheme}.png`);
          await shoot(browser, { url: address + path, scheme, width, height: 900, isWhole: true, file });
        }
      }
    }
    for (const [name, path] of Object.entries(PAGES)) {
      await print(browser, address + path, join(PROJECT, 'screenshots', `${name}.pdf`));
    }
  });
  await withServer(PROJECT, async (address) => {
    for (const scheme of SCHEMES) {
      const file = join(PROJECT, 'docs', `part-${scheme}.png`);
      await shoot(browser, {
        url: `${address}llm1/`,
        scheme,
        width: 1280,
        height: 760,
        isWhole: false,
        file,
      });
    }
  });
  await browser.close();
  return 0;
}

/** Builds a site and serves it while something is done with it. */
async function withServer(root: string, work: (address: string) => Promise<void>): Promise<void> {
  process.chdir(root);
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, logLevel: 'warn' });
  await work(`http://localhost:${server.port}/`);
  await server.stop();
}

async function print(browser: Browser, url: string, file: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(url);
  await showPictures(page);
  await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
  await page.close();
  say(file);
}

/** Pictures load late; here they are wanted at once. */
async function showPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode()));
  });
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
  await showPictures(page);
  mkdirSync(resolve(file, '..'), { recursive: true });
  await page.screenshot({ path: file, fullPage: isWhole });
  await page.close();
  say(file);
}

await runCommand({ name: 'npm run screenshots', help: HELP, options: {}, run: main });
