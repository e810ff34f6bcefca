import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePage, serializePage } from '../../../src/finishing/page-tree.ts';
import { ADDED_BY_SCRIPTS, usedStyles } from '../../../src/finishing/used-styles.ts';

/** What is left of a style sheet in a page with this body. */
function left(css: string, body: string): string | undefined {
  const tree = parsePage(
    `<!doctype html><html><head><style>${css}</style></head><body>${body}</body></html>`,
  );
  usedStyles({ name: 'llm1/index.html', tree, address: { origin: 'https://example.org', base: '/' } });
  return /<style>(.*)<\/style>/s.exec(serializePage(tree))?.[1];
}

const prose = (rules: string) => `@layer prose{${rules}}`;

describe('usedStyles', () => {
  test.each<[string, string, string]>([
    ['a rule of a class that is there', '.a{color:red}', '.a{color:red}'],
    ['no rule of a class that is not', '.a{color:red}.x{color:red}', '.a{color:red}'],
    ['of a list of selectors those that can apply', '.a,.x,.b>i{color:red}', '.a,.b>i{color:red}'],
    ['a rule whose class may be one of several', '.a :is(.x,.y){color:red}', '.a :is(.x,.y){color:red}'],
    ['a rule for what has no such class', '.a:not(.x:is(.y)){color:red}', '.a:not(.x:is(.y)){color:red}'],
    ['a rule for a part of a name', '.a[class*=".x"]{color:red}', '.a[class*=".x"]{color:red}'],
    ['rules without a class', 'math{color:red}::backdrop{color:red}', 'math{color:red}::backdrop{color:red}'],
    ['of a rule below another neither', '.x .a{color:red}.b{top:0}', '.b{top:0}'],
    ['the rules of a medium', '@media print{.a{top:0}.x{top:0}}', '@media print{.a{top:0}}'],
    ['no medium without rules', '.a{top:0}@media print{.x{top:0}.y{top:0}}', '.a{top:0}'],
    ['what scripts will add', '.reading-bar{top:0}', '.reading-bar{top:0}'],
  ])('keeps %s', (_what, css, kept) => {
    expect(left(prose(css), '<p class="a b"></p>')).toBe(prose(kept));
  });

  test('leaves alone what an author has brought, whose script may add classes', () => {
    const own = '.x{color:red}@layer mine{.y{color:red}}';
    expect(left(own, '')).toBe(own);
    expect(left(`${prose('.a{top:0}.x{top:0}')}${own}`, '<p class="a"></p>')).toBe(prose('.a{top:0}') + own);
  });

  test('leaves out of one sheet what each page can do without', () => {
    const css = prose('.a{top:0}.b{top:0}.c{top:0}');
    expect(left(css, '<p class="a">')).toBe(prose('.a{top:0}'));
    expect(left(css, '<p class="c b">')).toBe(prose('.b{top:0}.c{top:0}'));
    expect(left(css, '<p class="a">')).toBe(prose('.a{top:0}'));
    expect(left(css, '')).toBe('');
  });

  test('knows each class that a script of the site gives', () => {
    const folder = new URL('../../../src/client/', import.meta.url);
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const given = scripts.flatMap((script) =>
      Array.from(
        script.matchAll(/(?:className = |classList\.\w+\(|\bclass=\\?")['"]?([\w-]+)/g),
        ([, name]) => name,
      ),
    );
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((name) => !ADDED_BY_SCRIPTS.includes(name ?? ''))).toEqual([]);
  });
});
