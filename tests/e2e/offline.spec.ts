import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { type FileServer, serveFolder } from '../support/file-server.ts';
import { FixtureSite } from '../support/fixture-site.ts';
import { listen } from './listen.ts';

const ARTICLES = {
  'articles/llm0.md': '# The series\n',
  'articles/llm1.md':
    '# Part one\n\nAs it was.\n\n![A field](../articleimages/field.png) ![A dot](../articleimages/dot.svg)\n',
  'articles/llm2.md': '# Part two\n',
  'articles/llm3.md': '# Part three\n',
  'articleimages/field.png': { width: 400, height: 300 },
  'articleimages/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>',
  'public/file.bin': 'data',
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

/** A host of the site whose cable can be cut, and whose files can be replaced. */
class Host {
  readonly #folder: string;
  readonly #path: string;
  #server: FileServer | undefined;
  #port = 0;

  constructor(folder: string, path: string) {
    this.#folder = folder;
    this.#path = path;
  }

  publish(build: string): void {
    rmSync(this.#folder, { recursive: true, force: true });
    cpSync(build, this.#folder, { recursive: true });
  }

  async connect(): Promise<void> {
    this.#server = await serveFolder(this.#folder, this.#path, this.#port);
    this.#port = this.#server.port;
  }

  async cut(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  at(path: string): string {
    return `http://127.0.0.1:${this.#port}${this.#path}${path}`;
  }
}

const test = base.extend<{ base: string; host: Host }>({
  base: ['/', { option: true }],
  host: async ({ base }, use, { testId }) => {
    const folder = join(site.root, `host-${testId}`);
    const host = new Host(folder, base);
    host.publish(join(site.root, 'first'));
    await host.connect();
    await use(host);
    await host.cut();
    rmSync(folder, { recursive: true });
  },
});

// The sites are built once for all tests.
test.describe.configure({ mode: 'default' });

let site: FixtureSite;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await FixtureSite.make('e2e-offline', ARTICLES);
  await build('first');
  site.write('articles/llm1.md', '# Part one\n\nAs it is now.\n');
  site.remove('articles/llm3.md');
  await build('second');
  await build('kill', { OFFLINE: 'kill' });
});

async function build(name: string, environment: Readonly<Record<string, string>> = {}): Promise<void> {
  const { code, output } = await site.build(environment);
  if (code !== 0) throw new Error(output);
  cpSync(join(site.root, 'dist'), join(site.root, name), { recursive: true });
}

/** What the device keeps, below the site's address, in all its caches. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => url);
  });
}

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect.poll(() => kept(page)).toContain(address);
}

async function loadedPictures(page: Page): Promise<boolean[]> {
  return page
    .locator('article img')
    .evaluateAll((images) =>
      images.map((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0),
    );
}

for (const base of ['/', '/any/path/']) {
  test.describe(`a site at ${base}`, () => {
    test.use({ base });

    test('a part that was visited is whole when the network is gone', async ({ page, host }) => {
      const found = await listen(page);
      await visit(page, host.at('llm1/'));
      await page.locator('article img').last().scrollIntoViewIfNeeded();
      await expect.poll(() => kept(page)).toContain(host.at('articleimages/dot.svg'));
      await expect.poll(() => loadedPictures(page)).toEqual([true, true]);
      const font = await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
      expect(found).toEqual([]);

      await host.cut();
      for (const path of ['llm1/', 'llm1/index.html', 'llm1/?from=feed#title', 'llm1']) {
        await page.goto(host.at(path));
        await expect(page.getByText('As it was.')).toBeVisible();
        await page.locator('article img').last().scrollIntoViewIfNeeded();
        await expect.poll(() => loadedPictures(page)).toEqual([true, true]);
      }
      await expect(page.locator('body')).toHaveCSS('font-family', font);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(found.filter((what) => what.startsWith('blocked'))).toEqual([]);
    });

    test('a page that was not visited says so, and what can be read', async ({ page, host }) => {
      const found = await listen(page);
      await visit(page, host.at('llm0/'));
      await visit(page, host.at('llm1/'));
      await host.cut();
      await page.goto(host.at('llm3/'));
      await expect(page).toHaveTitle('You are offline · LLM Internals');
      const list = page.getByRole('heading', { name: 'What you can read now' }).locator('+ ul');
      await expect(list.getByRole('link')).toHaveText(['Part one', 'The series']);
      await expect(page.locator('body')).toHaveCSS('margin', '0px');

      // An address of another depth leads to the same files.
      await page.goto(host.at('a/b/c/d'));
      await list.getByRole('link', { name: 'Part one' }).click();
      await expect(page.getByText('As it was.')).toBeVisible();
      await page.goto(host.at('llm3/'));
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');

      await host.connect();
      await page.getByRole('link', { name: 'Try again' }).click();
      await expect(page).toHaveURL(host.at('llm3/'));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Part three');
      expect(found.filter((what) => what.startsWith('blocked'))).toEqual([]);
    });
  });
}

test('with a network, a new build is seen at once, and takes the place of the old one', async ({
  page,
  host,
}) => {
  await visit(page, host.at('llm0/'));
  await visit(page, host.at('llm3/'));
  await visit(page, host.at('llm1/'));
  const [old, ...others] = await cacheNames(page);
  expect(others).toEqual([]);
  host.publish(join(site.root, 'second'));
  await page.goto(host.at('llm1/'));
  await expect(page.getByText('As it is now.')).toBeVisible();
  await expect.poll(() => cacheNames(page)).toHaveLength(1);
  await expect.poll(() => cacheNames(page)).not.toContain(old);

  // What was removed is kept no longer than until it is asked for.
  await page.goto(host.at('llm3/'));
  await expect.poll(() => kept(page)).not.toContain(host.at('llm3/'));
  await host.cut();
  await page.goto(host.at('llm1/'));
  await expect(page.getByText('As it is now.')).toBeVisible();
  // It was visited when the build was another one.
  await page.goto(host.at('llm0/'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The series');
});

test('a build with `kill` leaves nothing on a device', async ({ page, host }) => {
  await visit(page, host.at('llm1/'));
  expect(await registrations(page)).toBe(1);
  await page.evaluate(() => caches.open('of another site'));
  host.publish(join(site.root, 'kill'));
  await page.goto(host.at('llm1/'));
  await expect.poll(() => registrations(page)).toBe(0);
  expect(await cacheNames(page)).toEqual(['of another site']);
  await page.goto(host.at('llm0/'));
  await page.waitForLoadState('networkidle');
  expect(await registrations(page)).toBe(0);
});

test('one tap forgets what was read, and what was kept of it', async ({ page, host }) => {
  await visit(page, host.at('llm1/'));
  await page.evaluate(() => {
    localStorage.setItem('reading', JSON.stringify({ llm1: { heading: 'a', share: 0.5 } }));
  });
  await visit(page, host.at('llm0/'));
  await page.getByRole('button', { name: 'Forget what I have read' }).click();
  await expect.poll(() => kept(page)).toEqual([host.at('offline/')]);
});

test('what is fetched ahead is kept, and never answered from what was kept', async ({ page, host }) => {
  await visit(page, host.at('llm1/'));
  await page.reload();
  await page.locator('a[rel="next"]').hover();
  await expect.poll(() => kept(page)).toContain(host.at('llm2/'));
  await host.cut();
  const failed = page.waitForEvent(
    'requestfailed',
    (request) => request.url() === host.at('llm0/index.html') || request.url() === host.at('llm0/'),
  );
  await page.locator('a[rel="prev"]').hover();
  await failed;
});

test('who saves data keeps nothing', async ({ page, host }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(host.at('llm1/'), { waitUntil: 'networkidle' });
  expect(await registrations(page)).toBe(0);
});

test('data, a part of a file, and a form are none of its business', async ({ page, host }) => {
  await visit(page, host.at('llm1/'));
  await page.reload();
  const fromWorker: boolean[] = [];
  page.on('response', (response) => {
    if (response.url() === host.at('file.bin')) fromWorker.push(response.fromServiceWorker());
  });
  await page.evaluate(async (address) => {
    await fetch(address, { headers: { Range: 'bytes=0-1' } });
    await fetch(address, { method: 'POST' });
    await fetch(address);
  }, host.at('file.bin'));
  expect(fromWorker).toEqual([false, false, false]);
});
