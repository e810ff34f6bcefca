import type { Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../src/markdown/article-frame.ts';
import { articleRenderer } from '../../../src/markdown/render-article.ts';
import { surroundingsIn } from '../../../src/markdown/surroundings.ts';
import { parseArticleName } from '../../../src/series/article-name.ts';
import type { RenderedArticle } from '../../../src/series/rendered-article.ts';
import { projectOf } from '../../support/articles.ts';
import { render, renderFrame } from '../../support/render.ts';

const INDEX = { 'llm0.md': '# Index\n' };

async function rendered(text: string): Promise<RenderedArticle | undefined> {
  const name = parseArticleName('articles/llm1.mdx');
  if (!name) throw new Error('no name');
  const project = projectOf({ articles: { 'llm1.mdx': text, ...INDEX } });
  const surroundingsOf = surroundingsIn(project, { base: '/', sourcesOf: () => [] });
  return articleRenderer()({ name, text }, surroundingsOf(name.slug));
}

/** What is left for the bundler, without the white space between it. */
function leftOf(article: RenderedArticle | undefined): Root['children'] {
  const [first, ...children] = (article?.frame as Root).children;
  expect(first).toMatchObject({ type: 'mdxjsEsm', value: "import $Html from 'virtual:article-html'" });
  return children.filter(({ type }) => type !== 'text');
}

const SHOUT = 'export const Shout = ({ children }) => <strong>{children}!</strong>;\n\n';

describe('what a reader sees is the same as when all is compiled', () => {
  test.each([
    ['an expression in a text', 'A sum: {1 + 1}, and *more* `text`.\n\nAnother one.\n'],
    ['an expression by itself', 'Before.\n\n{[1, 2].map((n) => <p>{n}</p>)}\n\nAfter **that**.\n'],
    [
      'a component',
      `${SHOUT}A <Shout>loud *word*</Shout> here.\n\n<Shout>\n\n- one\n- two {1}\n\n</Shout>\n`,
    ],
    ['what is nested', `${SHOUT}> - a\n> - <Shout>b\n>   [c](./llm0)</Shout>\n> - d <b>e</b>\n`],
    [
      'attributes',
      'Text.\n\n<div title={`a${1}`} class="b">\n\nIn **it**.\n\n</div>\n\n<p {...{ id: "c" }}>d</p>\n',
    ],
    ['headings', '## One `a` & b\n\nText.\n\n## Two {1 + 1} *c*\n\n### Three\n'],
    ['notes', 'A note[^1] {1}.\n\nText.\n\n[^1]: With {2} and *more*.\n'],
    ['code and formulas', '```js\nconst a = `{b}`;\n```\n\n{1}\n\n$$\nx_1\n$$\n\nText $y$.\n'],
    ['signs of HTML', '{"<b>"} &lt;i> &amp;amp; "q" \'r\'\n\n<p title="&quot;">a</p>\n'],
    [
      'components of an object',
      `export const ui = { b: (props) => <b>{props.children}</b> };\n\nA <ui.b>c *d*</ui.b>\n`,
    ],
    ['templates', '<x-y><template shadowrootmode="open"><p>a</p></template></x-y>\n\nA {1}.\n'],
    ['comments', 'a {/* b */} c {1}\n\n{/* d */}\n\n<>e *f*</>\n'],
  ])('%s', async (_what, text) => {
    const source = `# T\n\n${text}`;
    const article = await rendered(source);
    const { html } = await render(source, 'mdx', { project: { articles: INDEX } });
    expect(article?.frame).toBeDefined();
    expect(
      (
        await renderFrame(article ?? { nodes: [], headings: [], titleHtml: '', titleId: '', markdown: '' })
      ).trim(),
    ).toBe(html.trim());
  });
});

test('no more is left for the bundler than what is computed, and what that stands in', async () => {
  const article = await rendered('# T\n\nOne.\n\nTwo *and* {3} *four*.\n\nFive.\n\n## Six\n');
  const [first, text, last, ...more] = leftOf(article);
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    name: '$Html',
    attributes: [
      { name: 'article', value: 'llm1' },
      { name: 'gap', value: '0' },
    ],
  });
  expect(text).toMatchObject({
    tagName: 'p',
    children: [{ name: '$Html' }, { type: 'mdxTextExpression', value: '3' }, { name: '$Html' }],
  });
  expect(last).toMatchObject({ name: '$Html' });
  expect(article?.nodes.map((node) => String(node).trim())).toEqual([
    '<p>One.</p>',
    'Two <em>and</em>',
    '<em>four</em>.',
    expect.stringMatching(/^<p>Five\.<\/p>\n<div class="heading heading-h2"><h2 id="six">Six<\/h2>/),
  ]);
});

test('the headings of what fills a gap stand in it, for Astro to list', async () => {
  const [gap] = leftOf(await rendered('# T\n\n## One `a`\n\nText.\n\n### Two\n\n{1}\n'));
  expect(gap).toMatchObject({
    children: [
      { tagName: 'h2', properties: { id: 'one-a' }, children: [{ value: 'One a' }] },
      { tagName: 'h3', properties: { id: 'two' }, children: [{ value: 'Two' }] },
    ],
  });
});

test('a heading in which something is computed keeps all its words', async () => {
  const [first] = leftOf(await rendered('# T\n\n## One `a` {1}\n'));
  const words = [{ value: 'One ' }, { tagName: 'code' }, { value: ' ' }, { type: 'mdxTextExpression' }];
  expect(first).toMatchObject({ tagName: 'div', children: [{ tagName: 'h2', children: words }, {}] });
});

test.each([
  ['elements of its own', 'export const components = { p: (props) => <p {...props} class="own" /> };'],
  ['an import of such', "import { components } from './x.js';"],
])('an article with %s is compiled as a whole', async (_what, code) => {
  expect(await rendered(`${code}\n\n# T\n\nText.\n`)).toBeUndefined();
});

test('what tells Astro something is left for the bundler', async () => {
  const [element] = leftOf(await rendered('# T\n\n{1}\n\n<div set:html="<b>a</b>" />\n')).slice(1);
  expect(element).toMatchObject({ name: 'div', attributes: [{ name: 'set:html' }] });
});

test.each([
  ['JSX', '<p slot="head">a *b*</p>'],
  ['a text', 'Text <span slot="head">a *b*</span> here.'],
])('what is meant for a slot of a component is left for the bundler: %s', async (_what, inside) => {
  const source = `import Card from './card.astro';\n\n# T\n\n<Card>\n${inside}\n</Card>\n`;
  const [, card] = leftOf(await rendered(source));
  expect(JSON.stringify(card)).toMatch(/"name":"(p|span)","attributes":\[\{[^}]*"name":"slot"/);
});

test('what is left open around what is computed is told by the tree', () => {
  const link = (title: string): Root => ({
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'a',
        properties: { dataTitle: title },
        children: [{ type: 'mdxTextExpression', value: 'n' }],
      },
    ],
  });
  expect(frameOf(link('Two'), 'llm1')).toBeDefined();
  expect(frameOf(link('\u0001%2Fllm2%2F\u0001'), 'llm1')).toBeUndefined();
});
