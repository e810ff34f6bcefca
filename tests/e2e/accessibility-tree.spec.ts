import { expect, type Page, test } from '@playwright/test';
import { PAGES } from './pages.ts';

const root = (path: string) => new URL(path, process.env['SITE_AT_ROOT']).href;

/** What every page begins with. */
const BANNER = `
  - link "Skip to the text"
  - banner:
    - link "LLM Internals"
    - navigation "Site"
    - combobox "Theme":
      - option "System" [selected]
      - option "Light"
      - option "Dark"`;

const FOOTER = `
  - contentinfo:
    - paragraph:
      - link "LLM Internals"`;

const PARTS_OF_PAGES = {
  '': `
  - main:
    - heading "LLM Internals" [level=1]
    - paragraph
    - region "Inside large language models":
      - heading "Inside large language models" [level=2]:
        - link "Inside large language models"
      - paragraph
      - heading "Parts" [level=3]
      - list:
        - listitem:
          - heading "LLM Internals part 1" [level=4]:
            - link "LLM Internals part 1"
        - listitem:
          - heading "Self-attention" [level=4]
          - paragraph: Still to come
    - region "Showcase"
    - region "Pages"`,
  'llm0/': `
  - main:
    - navigation "Breadcrumb":
      - list:
        - listitem:
          - link "LLM Internals"
        - listitem: Inside large language models
    - heading "Inside large language models" [level=1]
    - article "Inside large language models"
    - heading "Parts" [level=2]
    - list:
      - listitem:
        - heading "LLM Internals part 1" [level=3]:
          - link "LLM Internals part 1"
      - listitem:
        - heading "Self-attention" [level=3]
    - navigation "Previous and next part":
      - link "First part LLM Internals part 1"`,
  'llm1/': `
  - main:
    - navigation "Breadcrumb":
      - list:
        - listitem:
          - link "LLM Internals"
        - listitem:
          - link "Inside large language models"
        - listitem: Part 1 of 1
    - heading "LLM Internals part 1" [level=1]
    - list
    - navigation "Contents":
      - list:
        - listitem:
          - link "What is an LLM?"
        - listitem:
          - link "Why build an LLM?"
        - listitem:
          - link "Transformers Architecture"
        - listitem:
          - link "GPT (and Bert)"
    - article "LLM Internals part 1":
      - heading "What is an LLM?" [level=2]
      - heading "Why build an LLM?" [level=2]
      - heading "Transformers Architecture" [level=2]
      - paragraph:
        - link /^The Transformer, read from bottom to top/:
          - img /^The Transformer, read from bottom to top/
      - heading "GPT (and Bert)" [level=2]
    - navigation "In this series":
      - heading "In this series" [level=2]
    - navigation "Previous and next part":
      - link "Index of the series Inside large language models"`,
  '404.html': `
  - main:
    - heading "There is no page at this address" [level=1]
    - paragraph:
      - link "the home page of LLM Internals"
    - heading "Inside large language models" [level=2]:
      - link "Inside large language models"
    - list:
      - listitem:
        - link "LLM Internals part 1"
    - heading "Showcase" [level=2]`,
} as const;

for (const [path, content] of Object.entries(PARTS_OF_PAGES)) {
  test(`a screen reader is told of /${path} in order, each part once and by its name`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(root(path));
    await expect(page.locator('body')).toMatchAriaSnapshot(BANNER + content + FOOTER);
  });
}

for (const path of PAGES) {
  for (const width of [320, 1440]) {
    test(`/${path} has one main, one title, no gap in its headings, names for its parts, at ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(root(path));
      await expect(page.getByRole('main')).toHaveCount(1);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      const levels = (await treeOf(page)).matchAll(/- heading .*\[level=(\d)\]/g);
      let before = 0;
      for (const [line, level] of levels) {
        expect(Number(level), line).toBeLessThanOrEqual(before + 1);
        before = Number(level);
      }
      const tree = await treeOf(page);
      const named =
        'navigation|region|article|group|figure|note|dialog|button|link|combobox|img|tabpanel|tab';
      // A folded or unfolded block is named by its summary, which stands in it.
      const unnamed = tree.match(new RegExp(`^ *- (${named})(:| \\[|$).*`, 'gm')) ?? [];
      expect(unnamed.filter((line) => !/^ *- group(:|$)/.test(line))).toEqual([]);
      expect(tree).not.toMatch(/^ *- (paragraph|list|listitem|heading)$/m);
      const navigations = [...tree.matchAll(/- navigation "(.*)"/g)].map(([, name]) => name);
      expect(navigations).toEqual([...new Set(navigations)]);
      expect(tree).not.toContain('progressbar');
    });
  }
}

test('a footnote is told once, after what refers to it', async ({ page }) => {
  await page.goto(root('showcase1/'));
  const tree = await treeOf(page);
  expect(tree.split('Another note, with')).toHaveLength(2);
  expect(tree.indexOf('link "Note 1"')).toBeLessThan(tree.indexOf('note "Note 1"'));
  expect(tree).not.toContain('Footnotes');
});

test('the switch of the theme tells which is chosen', async ({ page }) => {
  await page.goto(root(''));
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
    - combobox "Theme":
      - option "Dark" [selected]
  `);
});

test('what is in another language says so wherever it is named', async ({ page }) => {
  await page.goto(root(''));
  const links = page.getByRole('link', { name: 'كيف تعمل نماذج اللغة' });
  await expect(links).toHaveCount(2);
  for (const link of await links.all()) await expect(link).toHaveAttribute('lang', 'ar');
});

test('code is named by its title or its language', async ({ page }) => {
  await page.goto(root('showcase1/'));
  for (const name of ['Code in Python', 'attention.py', 'Code']) {
    await expect(page.getByRole('group', { name, exact: true }).first()).toBeVisible();
  }
});

function treeOf(page: Page): Promise<string> {
  return page.locator('body').ariaSnapshot();
}
