import { expect, type Locator, type Page, test } from '@playwright/test';

const address = () => new URL('showcase1/', process.env['SITE_AT_ROOT']).href;

const block = (page: Page, text: string): Locator => page.locator('.code-block').filter({ hasText: text });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const ATTENTION = `import math

def attention(q, k, v, mask=None):
    """Scaled dot-product attention over lists of rows."""
    scale = 1 / math.sqrt(len(q[0]))
    scores = [[scale * dot(row, key) for key in k] for row in q]
    return [mix(softmax(row), v) for row in scores]`;

test.describe('the copy button', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copies the code as it is, without title, language and numbers, and says so', async ({ page }) => {
    await page.goto(address());
    const figure = page.getByRole('figure', { name: 'attention.py' });
    await figure.hover();
    await figure.getByRole('button', { name: 'Copy code' }).click();
    await expect(figure.getByRole('status')).toHaveText('Copied');
    expect(await clipboard(page)).toBe(ATTENTION);
    await expect(figure.getByRole('status')).toHaveText('');
  });

  test('leaves removed lines and notations out', async ({ page }) => {
    await page.goto(address());
    const code = block(page, 'The largest is not always the best.');
    await code.getByRole('button').click();
    await expect(code.getByRole('status')).toHaveText('Copied');
    expect(await clipboard(page)).toBe(
      [
        'function sample(logits: number[]): number {',
        '  const scaled = logits.map((x) => x / temperature);',
        '',
        '  // The largest is not always the best.',
        '  return pick(softmax(scaled));',
        '}',
      ].join('\n'),
    );
  });

  test('can be clicked over code that has neither a title nor a language', async ({ page }) => {
    await page.goto(address());
    const code = block(page, 'Plain text without a language.');
    await code.getByRole('button').click();
    await expect(code.getByRole('status')).toHaveText('Copied');
  });

  test('works by keyboard', async ({ page }) => {
    await page.goto(address());
    const code = block(page, 'Plain text without a language.');
    const button = code.getByRole('button');
    await expect(button).toHaveCSS('opacity', '0');
    await block(page, 'the old line').locator('pre').focus();
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    await expect(button).toHaveCSS('opacity', '1');
    await page.keyboard.press('Enter');
    await expect(code.getByRole('status')).toHaveText('Copied');
    expect(await clipboard(page)).toBe('Plain text without a language.');
  });
});

test('says so when the browser lets nothing be copied', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
  });
  await page.goto(address());
  const figure = page.getByRole('figure', { name: 'attention.py' });
  await figure.getByRole('button').click();
  await expect(figure.getByRole('status')).toHaveText('Not copied');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });

  test('the copy button is always there, and large enough for a finger', async ({ page }) => {
    await page.goto(address());
    const button = page.getByRole('figure', { name: 'attention.py' }).getByRole('button');
    await expect(button).toHaveCSS('opacity', '1');
    const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  });
});

test('there is no button without a clipboard', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'clipboard');
  });
  await page.goto(address());
  await expect(page.locator('code-copy').first()).toBeEmpty();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button, and all of the code', async ({ page }) => {
    await page.goto(address());
    await expect(page.locator('.code-block button')).toHaveCount(0);
    await expect(page.getByRole('figure', { name: 'attention.py' }).locator('pre')).toHaveText(ATTENTION);
  });
});

test('numbers, signs and the language are not selected with the code', async ({ page }) => {
  await page.goto(address());
  const selected = await page.getByRole('figure', { name: 'attention.py' }).evaluate((figure) => {
    getSelection()?.selectAllChildren(figure);
    return getSelection()?.toString();
  });
  expect(selected?.trim().replace(/\n+/, '\n')).toBe(`attention.py\n${ATTENTION}`);
});

test('an empty line is as high as any other', async ({ page }) => {
  await page.goto(address());
  const lines = page.getByRole('figure', { name: 'attention.py' }).locator('.line');
  const tops = await lines.evaluateAll((all) => all.map((line) => line.getBoundingClientRect().top));
  const steps = tops.slice(1).map((top, index) => Math.round(top - (tops[index] ?? 0)));
  expect(new Set(steps).size).toBe(1);
});

test('code that wraps is never wider than its box', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(address());
  const code = page.getByRole('figure', { name: 'Wrapped' }).locator('pre');
  expect(await code.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('marks show in high contrast, too', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(address());
  for (const [line, content] of [
    ['.line-marked', '""'],
    ['.line-focused', '""'],
    ['.line-added', '"+" / "added: "'],
    ['.line-removed', '"−" / "removed: "'],
  ] as const) {
    const mark = await page
      .locator(line)
      .first()
      .evaluate((element) => {
        const { borderInlineStartWidth, borderInlineStartStyle, content } = getComputedStyle(
          element,
          '::before',
        );
        return { isBar: borderInlineStartStyle === 'solid' && borderInlineStartWidth !== '0px', content };
      });
    expect(mark).toEqual({ isBar: true, content });
  }
});
