import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openWhole, PAGES } from './pages.ts';

const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;
const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('the theme can be chosen, is remembered, and never flashes', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(root('llm1/'));
  const light = await background(page);
  await page.getByLabel('Theme').selectOption('Dark');
  const dark = await background(page);
  expect(dark).not.toBe(light);
  // The script in the head has run before there is a body to paint.
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.body) return;
      document.documentElement.dataset['atFirst'] = getComputedStyle(
        document.documentElement,
      ).backgroundColor;
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link').first().click();
  await page.waitForURL(root('llm0/'));
  expect(await page.evaluate(() => document.documentElement.dataset['atFirst'])).toBe(dark);
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await page.getByLabel('Theme').selectOption('System');
  expect(await background(page)).toBe(light);
});

test('the place in a part is kept, offered again, shown on the index, and forgotten at one tap', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await page.goto(root('llm1/'));
  const offer = page.getByRole('link', { name: 'Continue at' });
  await expect(offer).toBeHidden();
  await page.getByRole('heading', { name: 'Transformers Architecture' }).evaluate((heading) => {
    heading.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  const current = page.getByRole('navigation', { name: 'Contents' }).locator('[data-current]');
  await expect(current).toHaveText('Transformers Architecture');
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('reading')))
    .toContain('transformers-architecture');

  await page.goto(root('llm0/'));
  await expect(page.getByText(/^Read to \d+ %$/)).toBeVisible();
  await page.goto(root('llm1/'));
  await expect(offer).toHaveText('Continue at “Transformers Architecture”');
  await offer.click();
  await expect(page.getByRole('heading', { name: 'Transformers Architecture' })).toBeInViewport();

  await page.goto(root('llm0/'));
  await page.getByRole('button', { name: 'Forget what I have read' }).click();
  await expect(page.getByText(/^Read to/)).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('reading'))).toBeNull();
});

test('keys lead through the parts, but not from a field or a box that scrolls', async ({ page }) => {
  await page.goto(root('llm0/'));
  await page.keyboard.press('j');
  // Until it is loaded, a page has no keys.
  await page.waitForURL(root('llm1/'));
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(root('llm0/'));
  await page.getByLabel('Theme').focus();
  await page.keyboard.press('j');
  await page.goto(root('showcase1/'));
  await page.locator('pre.code').first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(root('showcase1/'));
  await page.getByRole('link', { name: 'LLM Internals', exact: true }).first().focus();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toBeVisible();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(root('showcase1/'));
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});

test('a picture opens large, is moved and enlarged by keys, and gives the focus back', async ({ page }) => {
  await page.goto(root('llm1/'));
  const link = page.getByRole('article').locator('a.picture');
  await link.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Picture' });
  const image = dialog.getByRole('img');
  await expect(image).toBeVisible();
  await expect(image).toHaveAttribute('alt', /^The Transformer/);
  await page.keyboard.press('+');
  await expect(image).toHaveCSS('transform', /^matrix\(1\.25,/);
  await page.keyboard.press('ArrowDown');
  await expect(image).toHaveCSS('transform', /, -\d+(\.\d+)?\)$/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
});

test('a link to another part shows its title and summary while it has the focus', async ({ page }) => {
  await page.goto(root('llm1/'));
  const link = page.getByRole('article').getByRole('link', { name: 'this', exact: true });
  const shown = () => link.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(await shown()).toBe('none');
  await page.keyboard.press('Tab');
  await link.focus();
  expect(await shown()).toContain('Inside large language models');
});

test('notes stand in the margin where there is one, and below their block where there is none', async ({
  page,
}) => {
  const note = page.getByRole('note', { name: 'Note 1' });
  const text = page.getByText('This page shows each thing');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(root('showcase1/'));
  const [wide, wideText] = [await note.boundingBox(), await text.boundingBox()];
  expect(wide?.x).toBeGreaterThan((wideText?.x ?? 0) + (wideText?.width ?? 0));
  expect(Math.abs((wide?.y ?? 0) - (wideText?.y ?? 0))).toBeLessThan(20);
  await page.setViewportSize({ width: 320, height: 900 });
  const [narrow, narrowText] = [await note.boundingBox(), await text.boundingBox()];
  expect(narrow?.y).toBeGreaterThanOrEqual((narrowText?.y ?? 0) + (narrowText?.height ?? 0));
  await page.emulateMedia({ media: 'print' });
  await expect(note).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Footnotes' })).toBeVisible();
});

test('paper has the text, the addresses of links, and none of the site around', async ({ page }) => {
  await page.goto(root('llm1/'));
  await page.emulateMedia({ media: 'print' });
  for (const name of ['Site', 'Contents', 'In this series', 'Breadcrumb']) {
    await expect(page.getByRole('navigation', { name })).toBeHidden();
  }
  const link = page.getByRole('link', { name: 'Attention Is All You Need' });
  expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toContain(
    'https://',
  );
});

test('Arabic reads from right to left, Japanese breaks its lines strictly', async ({ page }) => {
  await page.goto(root('arabic/'));
  await expect(page.getByRole('article')).toHaveCSS('direction', 'rtl');
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('pre.code')).toHaveCSS('direction', 'ltr');
  await page.goto(root('japanese/'));
  await expect(page.getByRole('article')).toHaveCSS('line-break', 'strict');
});

test('nothing moves while a page loads', async ({ page }) => {
  for (const path of ['', 'llm0/', 'llm1/', 'showcase1/']) {
    await openWhole(page, root(path));
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        }),
    );
    expect(shift, path).toBe(0);
  }
});

test('every control is at least 24 px wide and high', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of ['', 'llm0/', 'llm1/']) {
    await page.goto(root(path));
    const small = await page
      .locator('header a, nav a, summary, button, select, footer a')
      .evaluateAll((elements) =>
        elements.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          const isInline = getComputedStyle(element).display === 'inline';
          return width > 0 && !isInline && (width < 24 || height < 24) ? [element.outerHTML] : [];
        }),
      );
    expect(small).toEqual([]);
  }
});

test('forced colours keep the edges of what has edges', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(root('showcase1/'));
  for (const selector of ['.alert', '.code-block', '.part-navigation > a']) {
    await expect(page.locator(selector).first()).not.toHaveCSS('border-top-width', '0px');
  }
});

test('who wants less motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(root('llm1/'));
  await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto');
  const moving = await page.locator('body *').evaluateAll((elements) =>
    elements.filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration !== '0s';
    }),
  );
  expect(moving).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'smooth');
});

test('no page asks to scroll both ways when it is enlarged to 400 %', async ({ page }) => {
  // 1280 by 1024 CSS pixels at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of PAGES) {
    await page.goto(root(path));
    const wide = await page.evaluate(() => {
      const boxes = 'pre, .scroll-box, .formula, [hidden], [aria-hidden="true"]';
      const outside = [...document.querySelectorAll('main :not(math *)')].filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return width > 0 && right > innerWidth + 1 && !element.closest(boxes) && element.checkVisibility();
      });
      return [
        document.documentElement.scrollWidth > innerWidth,
        ...outside.map(({ outerHTML }) => outerHTML.slice(0, 120)),
      ];
    });
    expect(wide, path).toEqual([false]);
  }
});

test('who wants more contrast gets it', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, contrast: 'more' });
    for (const path of ['', 'llm1/', 'showcase1/']) {
      await page.goto(root(path));
      const { violations } = await new AxeBuilder({ page })
        .options({
          runOnly: ['color-contrast-enhanced'],
          rules: { 'color-contrast-enhanced': { enabled: true } },
        })
        .exclude('.formula')
        .analyze();
      expect(
        violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
        `${path} ${colorScheme}`,
      ).toEqual([]);
    }
  }
});

test('a line of text holds 60 to 75 characters where there is room', async ({ page }) => {
  for (const width of [768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(root('llm1/'));
    const paragraph = page.getByText('Why build an LLM to understand its fundamental?');
    const perLine = await paragraph.evaluate((element) => {
      const lines = element.clientHeight / parseFloat(getComputedStyle(element).lineHeight);
      return (element.textContent ?? '').length / lines;
    });
    // The last line is not full, and counts as one.
    expect(perLine).toBeGreaterThan(55);
    expect(perLine).toBeLessThan(75);
  }
});
