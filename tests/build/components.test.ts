import { beforeAll, describe, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';
import { Page } from '../support/page.ts';

const TABS = '<Tabs>\n  <Tab title="One">\n    ## In a tab\n\n    [other](./b)\n  </Tab>\n</Tabs>\n';
const DETAILS = '<Details title="More">\n  ![A field](../articleimages/field.png "Grey.")\n</Details>\n';
const STEPS = '<Steps>\n1. First.\n2. Second.\n</Steps>\n';

const COMPUTED = `import Fold from '../notes/fold.astro';

# C

## Before

<Fold n={1 + 2}>a *word*</Fold>

## After

<Details title="More">
A [link](./b)
</Details>
`;

const WHOLE = `export const components = { em: (props) => <i {...props} /> };

# D

A *word*.

![A field](../articleimages/field.png)
`;

const SLOTS = `import Card from '../notes/card.astro';

# E

Text.

<Card>
  <p slot="head">the *head*</p>

  a **body**
</Card>

<Card><span slot="head">a</span></Card>

Sum: {1 + 1}.
`;

describe('the components of an article', () => {
  let site: FixtureSite;

  beforeAll(async () => {
    site = await FixtureSite.make('components', {
      'articles/a.mdx': `# A\n\n[in](#in-a-tab)\n\n${TABS}`,
      'articles/b.mdx': `# B\n\n${DETAILS}\n${STEPS}`,
      'articles/c.mdx': COMPUTED,
      'articles/d.mdx': WHOLE,
      'articles/e.mdx': SLOTS,
      'articles/f.mdx': "import Slots from './e.mdx';\n\n# F\n\nBefore *it*.\n\n<Slots />\n\nAfter **it**.\n",
      'notes/card.astro':
        '<header><slot name="head">no head</slot></header><section><slot>nothing</slot></section>\n',
      'notes/fold.astro':
        '---\nconst { n } = Astro.props;\n---\n<p class="fold">{n}: <slot /></p>\n<style>\n.fold { color: teal; }\n</style>\n',
      'articleimages/field.png': { width: 800, height: 400 },
      'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
  });

  test('need no import, and take in what Markdown has', () => {
    const a = new Page(site.read('dist/a/index.html'));
    expect(a.texts('div.tab-panel')).toEqual(['One In a tab # other']);
    expect(a.attributes('h2', 'id')).toEqual(['in-a-tab']);
    const b = new Page(site.read('dist/b/index.html'));
    expect(b.texts('details')).toEqual(['MoreFigure 1. Grey.']);
    expect(b.find('figure')).toHaveLength(1);
    expect(b.texts('div.steps')).toEqual(['First. Second.']);
  });

  test('bring their script, which is small, to the pages that use it, and to no other', () => {
    const scripts = (page: string) =>
      [...site.read(`dist/${page}/index.html`).matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(
        ([, script]) => script ?? '',
      );
    const ofTabs = (page: string) => scripts(page).filter((script) => script.includes('tab-group'));
    expect(ofTabs('a').map(({ length }) => length < 1000)).toEqual([true]);
    expect(ofTabs('b')).toEqual([]);
  });

  test('stand beside those that an article imports, which bring their styles to its page alone', () => {
    const page = site.read('dist/c/index.html');
    const c = new Page(page);
    expect(c.texts('p.fold')).toEqual(['3: a word']);
    expect(c.texts('details').at(-1)).toBe('MoreA link');
    expect(c.attributes('h2', 'id')).toEqual(['before', 'after']);
    const listed = c
      .find('a')
      .filter(({ attrs }) => attrs.some(({ value }) => /^#(before|after)$/.test(value)));
    expect(listed.length).toBeGreaterThanOrEqual(4);
    expect(page).toMatch(/<style>[^<]*\.fold[^<]*color:\s?teal/);
    expect(site.read('dist/a/index.html')).not.toContain('teal');
  });

  test('may be put in the place of HTML’s elements, beside pictures with their copies', () => {
    const d = new Page(site.read('dist/d/index.html'));
    expect(d.texts('i')).toEqual(['word']);
    expect(d.attributes('source', 'srcset')).toEqual([expect.stringMatching(/field\.800\.\w+\.webp 800w/)]);
  });

  test('get what their author means for each of their slots', () => {
    const e = new Page(site.read('dist/e/index.html'));
    expect(e.texts('header').slice(-2)).toEqual(['the head', 'a']);
    expect(e.texts('section')).toEqual(['a body', 'nothing']);
  });

  test('may be articles', () => {
    const f = new Page(site.read('dist/f/index.html'));
    expect(f.texts('article')).toEqual(['Before it. Text. the head a body anothing Sum: 2. After it.']);
  });

  test('have no inline style', () => {
    for (const page of ['a', 'b']) expect(site.read(`dist/${page}/index.html`)).not.toMatch(/ style="/);
  });
});
