import { describe, expect, test } from 'vitest';
import { articleRenderer } from '../../../src/markdown/render-article.ts';
import { surroundingsIn } from '../../../src/markdown/surroundings.ts';
import type { RenderedArticle } from '../../../src/series/rendered-article.ts';
import { parseArticleName } from '../../../src/series/article-name.ts';
import { projectOf } from '../../support/articles.ts';
import { render } from '../../support/render.ts';

function rendered(text: string, format: 'md' | 'mdx' = 'mdx'): Promise<RenderedArticle | undefined> {
  const name = parseArticleName(`articles/llm1.${format}`);
  if (!name) throw new Error('no name');
  const project = projectOf({ articles: { [`llm1.${format}`]: text, 'llm0.md': '# Index\n' } });
  const surroundingsOf = surroundingsIn(project, { base: '/', sourcesOf: () => [] });
  return articleRenderer()({ name, text }, surroundingsOf(name.slug));
}

const SAME = [
  [
    'Markdown',
    '# T\n\nSome *text* with `code`, a [link](./llm0) and a note[^1].\n\n[^1]: Here.\n\n## H & <b>i</b>\n',
  ],
  [
    'elements',
    '# T\n\n<p class="a" id="b">A &amp; b <br/> c</p>\n\nText <kbd>x</kbd> {/* nothing */} more.\n',
  ],
  ['elements alone on a line', '# T\n\n<b>a</b> <i>b</i>\n\n- <b>a</b>\n'],
  ['fragments', '# T\n\n<>\n## In it\n</>\n'],
  [
    'details',
    '# T\n\n<img src="../x" alt="" />\n\n<details open>\n<summary>More</summary>\n\nText\n\n</details>\n',
  ],
  ['literal attributes', "# T\n\n<a href={'./llm0'} title={`x`}>y</a>\n"],
] as const;

test.each(SAME)('%s are as MDX has them', async (_what, text) => {
  const article = await rendered(text);
  const { html, frontmatter } = await render(text, 'mdx', {
    project: { articles: { 'llm0.md': '# Index\n' } },
  });
  expect(article?.nodes.join('').trimStart()).toBe(html);
  expect(article).toMatchObject(frontmatter);
});

test('Markdown is as Astro has it', async () => {
  const text =
    '# T\n\n<div align="center">\n\nSome *text* "quoted" -- a\n\n</div>\n\n## Second `x`\n\n| a |\n| - |\n| b |\n';
  const article = await rendered(text, 'md');
  const { html } = await render(text, 'md');
  expect(article?.nodes).toEqual([html]);
  expect(article?.headings).toEqual([{ depth: 2, slug: 'second-x', text: 'Second x' }]);
});

describe('components', () => {
  test('stand in the HTML around them, with what is in them', async () => {
    const article = await rendered(
      '# T\n\n<div>\n<Tabs>\n<Tab title="A" open>\nSome **text**\n</Tab>\n<Tab title={"B"}>b</Tab>\n</Tabs>\n</div>\n\nEnd <Details title="x">y</Details>.\n',
    );
    const tab = (title: string, more: object, children: unknown[]) => ({
      component: 'Tab',
      props: { title, ...more },
      children,
    });
    expect(article?.nodes).toEqual([
      expect.stringMatching(/^\s*<div>$/),
      {
        component: 'Tabs',
        props: {},
        children: [tab('A', { open: true }, ['<p>Some <strong>text</strong></p>']), tab('B', {}, ['b'])],
      },
      expect.stringMatching(/^<\/div>\s*<p>End $/),
      { component: 'Details', props: { title: 'x' }, children: ['y'] },
      '.</p>',
    ]);
  });
});

test.each([
  ['an import', "import X from './x.astro'\n\n# T\n"],
  ['an export', 'export const a = 1\n\n# T\n'],
  ['an expression', '# T\n\n{1 + 1}\n'],
  ['an expression in a text', '# T\n\na {b} c\n'],
  ['a computed attribute', '# T\n\n<b title={1 + 1}>c</b>\n'],
  ['a spread', '# T\n\n<b {...c}>d</b>\n'],
])('of %s, the bundler has something to compile', async (_what, text) => {
  expect((await rendered(text))?.frame).toBeDefined();
});

test('of an article that computes nothing, it has nothing to compile', async () => {
  expect((await rendered('# T\n\n{/* a comment */}\n\n<Tabs>a</Tabs>\n'))?.frame).toBeUndefined();
});

test('a title of its own stands for the heading', async () => {
  const article = await rendered('---\ntitle: Other\n---\n\n# T\n\nText.\n', 'md');
  expect(article).toMatchObject({ titleHtml: '', titleId: 't', headings: [] });
});
