import { expect, type JSHandle, type Page, test } from '@playwright/test';

const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;
const CONTROLS = 'a[href], button, select, input:enabled, summary, [tabindex="0"]';
const PAGES = ['', 'llm0/', 'llm1/', 'showcase1/', 'showcase2/', '404.html'];
const WIDTHS = [320, 1440];

/** All that the keyboard should reach, in the order of the document, and how each looks without the focus. */
interface Control {
  readonly element: Element;
  readonly look: string;
}

/** Where the focus is after a key. */
interface Stop {
  /** The place among all controls; -1 for anything else. */
  readonly index: number;
  readonly html: string;
  readonly isShown: boolean;
  readonly isMarked: boolean;
  /** What it stands in: the text is read from top to bottom, and each note beside it, too. */
  readonly region: number;
  readonly x: number;
  readonly y: number;
}

function controlsOf(page: Page): Promise<JSHandle<Control[]>> {
  return page.evaluateHandle((selector) => {
    const lookOf = (element: Element) => {
      const { outline, boxShadow } = getComputedStyle(element);
      return outline + boxShadow;
    };
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility() && !element.matches('[tabindex="-1"]'))
      .map((element) => ({ element, look: lookOf(element) }));
  }, CONTROLS);
}

/** Where the focus is, or undefined where it has left the page. */
function stopOf(controls: JSHandle<Control[]>): Promise<Stop | undefined> {
  return controls.evaluate((all) => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outline, outlineStyle, boxShadow } = getComputedStyle(element);
    const index = all.findIndex((control) => control.element === element);
    // A link can begin in one line and end in the next.
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const within = (value: number, most: number) => Math.min(Math.max(value, 1), most - 1);
    const top = document.elementFromPoint(
      within(box.x + box.width / 2, innerWidth),
      within(box.y + box.height / 2, innerHeight),
    );
    const regions = [...document.querySelectorAll('header, nav, article, .note, footer')];
    return {
      index,
      html: element.outerHTML.slice(0, 120),
      isShown: element.contains(top) && Number(getComputedStyle(element).opacity) === 1,
      isMarked: (outlineStyle !== 'none' || boxShadow !== 'none') && outline + boxShadow !== all[index]?.look,
      region: regions.findLastIndex((region) => region.contains(element)),
      x: box.x + scrollX,
      y: box.y + scrollY,
    };
  });
}

/** Presses a key as often as there are controls, or until the focus has left the page. */
async function walk(page: Page, key: string, controls: JSHandle<Control[]>): Promise<Stop[]> {
  const stops: Stop[] = [];
  const count = await controls.evaluate((all) => all.length);
  while (stops.length < count) {
    await page.keyboard.press(key);
    const stop = await stopOf(controls);
    if (!stop) break;
    await expect(page.locator(':focus'), stop.html).toHaveAccessibleName(/\S/);
    stops.push(stop);
  }
  return stops;
}

/** What stands before or above what had the focus before it, a line of text aside. */
function outOfOrder(stops: readonly Stop[]): string[] {
  const last = new Map<number, Stop>();
  return stops.flatMap((stop) => {
    const before = last.get(stop.region);
    last.set(stop.region, stop);
    if (!before) return [];
    const isAbove = stop.y < before.y - 30;
    const isBefore = Math.abs(stop.y - before.y) < 2 && stop.x <= before.x;
    return isAbove || isBefore ? [`${stop.html} after ${before.html}`] : [];
  });
}

const byNumber = (a: unknown, b: unknown) => Number(a) - Number(b);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const path of PAGES) {
  for (const width of WIDTHS) {
    test(`Tab reaches all of /${path} in order at ${width} px, and leads back`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(root(path));
      const controls = await controlsOf(page);
      const stops = await walk(page, 'Tab', controls);
      // Each once; their order is that in which they are seen, which on a phone is not that of the text.
      const all = await controls.evaluate((list) => list.map((_control, index) => index));
      expect(stops.map(({ index, html }) => (index < 0 ? html : index)).toSorted(byNumber)).toEqual(all);
      expect(stops.filter(({ isShown }) => !isShown)).toEqual([]);
      expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
      expect(outOfOrder(stops)).toEqual([]);
      await page.keyboard.press('Tab');
      expect(await stopOf(controls)).toBeUndefined();
      const back = await walk(page, 'Shift+Tab', controls);
      expect(back.map(({ index }) => index)).toEqual(stops.map(({ index }) => index).toReversed());
    });
  }
}

for (const path of PAGES) {
  test(`the first Tab on /${path} offers to skip to the text`, async ({ page }) => {
    await page.goto(root(path));
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main :focus') !== null)).toBe(true);
  });
}

for (const { name, opens } of [
  { name: 'Keys', opens: '?' },
  { name: 'Picture', opens: 'Enter' },
]) {
  test(`the dialog “${name}” takes the focus, keeps it, and gives it back`, async ({ page }) => {
    await page.goto(root('llm1/'));
    const link = page.getByRole('article').locator('a.picture');
    await link.focus();
    await page.keyboard.press(opens);
    const dialog = page.getByRole('dialog', { name });
    const close = dialog.getByRole('button', { name: 'Close' });
    await expect(close).toBeFocused();
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      // From the last control the focus goes to the browser's own, which for a page is its body.
      expect(
        await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName),
        key,
      ).toMatch(/^(DIALOG|BODY)$/);
      expect(await page.evaluate(() => document.querySelector(':focus:not(dialog *)'))).toBeNull();
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
    await page.keyboard.press(opens);
    await expect(close).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
  });
}
