import { expect, type Locator, type Page, test } from '@playwright/test';

const address = () => new URL('showcase1/', process.env['SITE_AT_ROOT']).href;
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Picture' });

type Point = readonly [x: number, y: number];

/** Opens the first picture of the page, and says where its middle is. */
async function open(page: Page): Promise<{ readonly image: Locator; readonly middle: Point }> {
  await page.goto(address());
  await page.getByRole('article').locator('a.picture').first().click();
  const image = dialogOf(page).getByRole('img');
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1600);
  return { image, middle: middleOf(await boxOf(image)) };
}

async function boxOf(image: Locator) {
  const box = await image.boundingBox();
  if (!box) throw new Error('The picture is not shown.');
  return box;
}

function middleOf({ x, y, width, height }: Awaited<ReturnType<typeof boxOf>>): Point {
  return [x + width / 2, y + height / 2];
}

/** How large a picture is shown, and where its middle is, seen from where it was. */
async function placeOf(image: Locator, [x, y]: Point) {
  const scale = await image.evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);
  const [nowX, nowY] = middleOf(await boxOf(image));
  return { scale: round(scale), x: round(nowX - x), y: round(nowY - y) };
}

const round = (value: number) => Math.round(value * 10) / 10 + 0;

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });

  /** Moves fingers along their paths, which have as many points each, from down to up. */
  async function touch(page: Page, ...paths: readonly (readonly Point[])[]): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: paths.flatMap((path, id) => {
          const [x, y] = (at === undefined ? undefined : path[at]) ?? [];
          return x === undefined || y === undefined ? [] : [{ x, y, id }];
        }),
      });
    await send('touchStart', 0);
    for (let at = 1; at < (paths[0]?.length ?? 0); at++) await send('touchMove', at);
    await send('touchEnd');
  }

  /** Four steps on a line from a point. */
  const line = ([x, y]: Point, [byX, byY]: Point): readonly Point[] =>
    [0, 1, 2, 3, 4].map((step) => [x + (byX * step) / 4, y + (byY * step) / 4]);

  test('a stroke down closes a picture that fits, and gives the focus back', async ({ page }) => {
    const { middle } = await open(page);
    await touch(page, line(middle, [0, 60]));
    await expect(dialogOf(page)).toBeVisible();
    await touch(page, line(middle, [0, -200]));
    await expect(dialogOf(page)).toBeVisible();
    await touch(page, line(middle, [0, 120]));
    await expect(dialogOf(page)).toBeHidden();
    await expect(page.getByRole('article').locator('a.picture').first()).toBeFocused();
  });

  test('two fingers enlarge a picture, and carry what is between them', async ({ page }) => {
    const { image, middle } = await open(page);
    const [x, y] = middle;
    await touch(page, line([x - 40, y], [-40, 0]), line([x + 40, y], [40, 0]));
    await expect.poll(() => placeOf(image, middle)).toEqual({ scale: 2, x: 0, y: 0 });
    await touch(page, line([x - 40, y], [50, 10]), line([x + 40, y], [50, 10]));
    await expect.poll(() => placeOf(image, middle)).toEqual({ scale: 2, x: 50, y: 10 });
    await touch(page, line([x - 100, y], [80, 0]), line([x + 100, y], [-80, 0]));
    await expect.poll(() => placeOf(image, middle)).toEqual({ scale: 1, x: 0, y: 0 });
  });

  test('what lies under two fingers stays there', async ({ page }) => {
    const { image, middle } = await open(page);
    const { x, y } = await boxOf(image);
    // The picture's corner is held by one finger.
    await touch(page, line([x + 2, y + 2], [0, 0]), line([x + 82, y + 2], [80, 0]));
    await expect.poll(async () => (await placeOf(image, middle)).scale).toBe(2);
    const now = await boxOf(image);
    expect([round(now.x), round(now.y)]).toEqual([round(x - 2), round(y - 2)]);
  });

  test('one finger moves an enlarged picture, not beyond its edge, and closes nothing', async ({ page }) => {
    const { image, middle } = await open(page);
    const [x, y] = middle;
    const { width } = await boxOf(image);
    await touch(page, line([x - 40, y], [-40, 0]), line([x + 40, y], [40, 0]));
    await expect.poll(() => placeOf(image, middle)).toEqual({ scale: 2, x: 0, y: 0 });
    await touch(page, line(middle, [60, 40]));
    await expect.poll(() => placeOf(image, middle)).toEqual({ scale: 2, x: 60, y: 40 });
    await touch(page, line([20, y], [350, 120]));
    await expect.poll(async () => Math.round((await placeOf(image, middle)).x)).toBe(Math.round(width / 2));
    await expect(dialogOf(page)).toBeVisible();
  });

  test('two fingers that come down with the picture do not close it', async ({ page }) => {
    const { image, middle } = await open(page);
    const [x, y] = middle;
    await touch(page, line([x - 40, y], [0, 120]), line([x + 40, y], [0, 120]));
    expect(await placeOf(image, middle)).toEqual({ scale: 1, x: 0, y: 0 });
    await expect(dialogOf(page)).toBeVisible();
  });

  test('a tap beside the picture closes it', async ({ page }) => {
    await open(page);
    await page.touchscreen.tap(195, 770);
    await expect(dialogOf(page)).toBeHidden();
  });
});

test('a mouse moves an enlarged picture, and its wheel enlarges at the pointer', async ({ page }) => {
  const { image, middle } = await open(page);
  const { x } = await boxOf(image);
  const pointer = Math.round(x + 40);
  await page.mouse.move(pointer, middle[1]);
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await placeOf(image, middle)).scale).toBe(round(Math.E));
  expect((await boxOf(image)).x).toBeCloseTo(pointer - (pointer - x) * Math.E, 0);
  await page.mouse.dblclick(...middle);
  await expect.poll(() => placeOf(image, middle)).toEqual({ scale: 1, x: 0, y: 0 });
  await page.mouse.dblclick(...middle);
  await expect.poll(async () => (await placeOf(image, middle)).scale).toBe(2.5);
  const before = await boxOf(image);
  await page.mouse.down();
  await page.mouse.move(middle[0] + 90, middle[1] - 30, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => round((await boxOf(image)).x - before.x)).toBe(90);
  expect(round((await boxOf(image)).y - before.y)).toBe(-30);
});

test('keys enlarge, move, and set back; a second picture opens as it is', async ({ page }) => {
  const { image, middle } = await open(page);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => placeOf(image, middle)).toEqual({ scale: 1.6, x: 60, y: 0 });
  await page.keyboard.press('0');
  await expect.poll(() => placeOf(image, middle)).toEqual({ scale: 1, x: 0, y: 0 });
  await page.keyboard.press('+');
  await page.keyboard.press('Escape');
  await page.getByRole('article').locator('a.picture').first().click();
  await expect.poll(() => placeOf(image, middle)).toEqual({ scale: 1, x: 0, y: 0 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a picture is a link to its original', async ({ page }) => {
    await page.goto(address());
    await page.getByRole('article').locator('a.picture').first().click();
    await expect(page).toHaveURL(new URL('articleimages/field.png', process.env['SITE_AT_ROOT']).href);
  });
});
