import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { FixtureSite } from '../../tests/support/fixture-site.ts';
import { BROWSER_FLAGS, provideBrowser } from '../browser.ts';
import { elementArticle } from './element-article.ts';
import type { GuideElement } from './guide.ts';

const DOCS = resolve(import.meta.dirname, '../../docs');

/** Where the pictures are. */
export const ELEMENTS = join(DOCS, 'elements');

/** Another one when what a picture shows has changed. */
export function digestOf({ text, format, isWide }: GuideElement): string {
  return createHash('sha256')
    .update(JSON.stringify([text, format, isWide]))
    .digest('hex')
    .slice(0, 16);
}

/** Builds a site of these elements and takes a picture of each, in the light theme. */
export async function drawElements(
  elements: readonly GuideElement[],
  say: (line: string) => void,
): Promise<void> {
  const articles = elements.map(elementArticle).map(({ path, text }) => [path, text]);
  const { root } = await FixtureSite.make('guide', {
    'articles/llm0.md': '# LLM internals\n',
    'articles/llm1.md': '# What is an LLM?\n',
    'articleimages/attention.svg': readFileSync(join(DOCS, 'source/attention.svg')),
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ...Object.fromEntries(articles),
  });
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { build, preview } = await import('astro');
  process.chdir(root);
  await build({ root, logLevel: 'warn' });
  const server = await preview({ root, logLevel: 'warn' });
  const browser = await chromium.launch({ executablePath: provideBrowser(say), args: BROWSER_FLAGS });
  mkdirSync(ELEMENTS, { recursive: true });
  for (const element of elements) {
    const bytes = await shoot(browser, `http://localhost:${server.port}/${element.name}/`, element);
    const file = join(ELEMENTS, `${element.name}.png`);
    const { size } = await sharp(bytes)
      .png({ palette: true, colours: 128, compressionLevel: 9, effort: 10 })
      .toFile(file);
    say(`${file}: ${Math.round(size / 1024)} KiB`);
  }
  await browser.close();
  await server.stop();
}

async function shoot(browser: Browser, url: string, { isWide }: GuideElement): Promise<Uint8Array> {
  const page = await browser.newPage({
    colorScheme: 'light',
    viewport: { width: isWide ? 1280 : 760, height: 1200 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  const clip = await boxOfText(page);
  const bytes = await page.screenshot({ clip, fullPage: true });
  await page.close();
  return bytes;
}

/** The text of an article with all that stands beside it, and a little room around. */
async function boxOfText(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  return page.locator('article.prose').evaluate(async (prose) => {
    const images = [...prose.querySelectorAll('img')];
    for (const image of images) image.loading = 'eager';
    await Promise.all(images.map((image) => image.decode()));
    const seen = [prose, ...prose.querySelectorAll('*')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.getBoundingClientRect());
    const room = 20;
    const left = Math.max(0, Math.min(...seen.map((box) => box.left)) - room);
    const top = Math.min(...seen.map((box) => box.top)) - room;
    const right = Math.min(innerWidth, Math.max(...seen.map((box) => box.right)) + room);
    const bottom = Math.max(...seen.map((box) => box.bottom)) + room;
    return { x: left, y: top + scrollY, width: right - left, height: bottom - top };
  });
}
