import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { surroundingsIn } from '../../../src/markdown/surroundings.ts';
import { remarkReferences } from '../../../src/markdown/remark-references.ts';
import { articleOf, projectOf } from '../../support/articles.ts';
import { render, type RenderOptions } from '../../support/render.ts';

const project: RenderOptions['project'] = {
  articles: { 'llm0.mdx': '# Index\n\n## Part\n' },
  pictures: ['cat.png', 'two words.png', 'tall.svg'],
  files: ['file.pdf', 'film.mp4'],
};

const formats = ['md', 'mdx'] as const;
const bases = ['/', '/blog/'];
const everywhere = formats.flatMap((format) => bases.map((base) => ({ format, base })));

describe.each(everywhere)('references in .$format at $base', ({ format, base }) => {
  test.each<[string, string]>([
    ['[a](./llm0)', `<a href="${base}llm0/">a</a>`],
    ['[a](./llm0.md#part)', `<a href="${base}llm0/#part">a</a>`],
    ['[a](../articles/llm0.mdx?x=1#part "T")', `<a href="${base}llm0/?x=1#part" title="T">a</a>`],
    ['[a][r]\n\n[r]: llm0', `<a href="${base}llm0/">a</a>`],
    ['[a](/)', `<a href="${base}">a</a>`],
    ['[a](/file.pdf)', `<a href="${base}file.pdf">a</a>`],
    ['[a](#top)', '<a href="#top">a</a>'],
    ['[a](../articleimages/two%20words.png)', `<a href="${base}articleimages/two%20words.png">a</a>`],
    ['https://example.org', '<a href="https://example.org">https://example.org</a>'],
    ['[a](mailto:a@example.org)', '<a href="mailto:a@example.org">a</a>'],
    ['<a href="./llm0" class="x">a</a>', `<a href="${base}llm0/" class="x">a</a>`],
    ["Text <b><a href='llm0#part'>a</a></b>", `<a href="${base}llm0/#part">a</a>`],
    ['> - <a href="/file.pdf">a</a>', `<a href="${base}file.pdf">a</a>`],
    [
      '<video src="/film.mp4" poster="../articleimages/cat.png"></video>',
      `<video src="${base}film.mp4" poster="${base}articleimages/cat.png"></video>`,
    ],
  ])('%j', async (text, expected) => {
    const { html } = await render(`${text}\n`, format, { project, base });
    expect(withoutPreviews(html)).toContain(expected);
  });

  test.each([
    '![A cat](../articleimages/cat.png)',
    '![A cat][r]\n\n[r]: ../articleimages/cat.png',
    '<img src="../articleimages/cat.png" alt="A cat" />',
  ])('a picture: %j', async (text) => {
    const { html } = await render(`${text}\n`, format, { project, base });
    expect(html).toMatch(
      new RegExp(
        `<a class="picture[^"]*" href="${base}articleimages/cat.png"><img [^>]*src="${base}articleimages/cat.png"`,
      ),
    );
    expect(html).toContain('alt="A cat"');
    expect(html).toMatch(/width="704" height="396"/);
  });
});

test('rewrites an autolink of Markdown as little as any other link', async () => {
  const { html } = await render('<https://example.org/?a=1&b=2>\n', 'md');
  expect(html).toContain('<a href="https://example.org/?a=1&#x26;b=2">');
});

test.each<[string, string]>([
  ["<a href={'./llm0'}>a</a>", '<a href="/llm0/">a</a>'],
  ["{true ? <a href={'./llm0'}>a</a> : null}", '<a href="/llm0/">a</a>'],
  [
    '<img src="../articleimages/cat.png" srcSet="../articleimages/tall.svg 2x" alt="c" />',
    'srcset="/articleimages/tall.svg 2x"',
  ],
  ['{true && <a href="./llm0">a</a>}', '<a href="/llm0/">a</a>'],
  ['export const B = () => <a href="./llm0#part">a</a>\n\n<B />', '<a href="/llm0/#part">a</a>'],
  ['{<img src="../articleimages/cat.png" alt="c" />}', '<img src="/articleimages/cat.png" alt="c">'],
  ['export const to = "./x"\n\n<a href={to}>a</a>', '<a href="./x">a</a>'],
  ['export const to = "./llm0"\n\n{<a href={to}>a</a>}', '<a href="./llm0">a</a>'],
  ['export const p = {}\n\n<a {...p} href="./llm0">a</a>', '<a href="/llm0/">a</a>'],
  ['export const p = {}\n\n{<a {...p} href="./llm0">a</a>}', '<a href="/llm0/">a</a>'],
  ['<a hidden href="./llm0">a</a>', '<a hidden href="/llm0/">a</a>'],
  ['{<a tabIndex={1} href="./llm0">a</a>}', '<a tabindex="1" href="/llm0/">a</a>'],
  ['<><a href="./llm0">a</a></>', '<a href="/llm0/">a</a>'],
])('rewrites JSX: %j', async (text, expected) => {
  const { html } = await render(`${text}\n`, 'mdx', { project });
  expect(withoutPreviews(html)).toContain(expected);
});

test('rewrites what stands in noscript and template elements', async () => {
  const text =
    '<noscript>\n<a href="./llm0">a</a>\n</noscript>\n\n<template><a href="./llm0#part">b</a></template>\n';
  const { html } = await render(text, 'md', { project });
  expect(withoutPreviews(html)).toContain('<a href="/llm0/">a</a>');
  expect(withoutPreviews(html)).toContain('<a href="/llm0/#part">b</a>');
});

test.each(formats)('knows a picture with a query (.%s)', async (format) => {
  const { html } = await render('![A cat](../articleimages/cat.png?v=1)\n', format, { project });
  expect(html).toMatch(/src="\/articleimages\/cat\.png\?v=1"[^>]* width="704"/);
});

test('keeps raw HTML byte for byte beside its addresses', async () => {
  const { html } = await render("<p  DATA-x='1'><a  href = ./llm0   id=q>a &amp; b</a>\n", 'md', { project });
  expect(withoutPreviews(html)).toContain('<a href="/llm0/" id="q">a &#x26; b</a>');
});

test.each(formats)(
  'shows nothing, and nothing of another site, for a reference that is a problem (.%s)',
  async (format) => {
    const { html } = await render(
      '[a](./nope) ![b](../articleimages/nope.png) ![c](https://example.org/c.png)\n',
      format,
      { project },
    );
    expect(html).toContain('<a href="./nope">a</a>');
    expect(html.match(/src="data:,"/g)).toHaveLength(2);
    expect(html).not.toContain('src="https');
  },
);

test.each<[string, string, 'md' | 'mdx']>([
  ['a definition', '[a][r]\n\n[r]: ./nope', 'md'],
  ['raw HTML', '<a href="./nope">a</a>', 'md'],
  ['JSX', '<a href="./nope">a</a>', 'mdx'],
  ['JSX in an expression', '{<a href="./nope">a</a>}', 'mdx'],
])('leaves a link that is a problem as it is in %s', async (_what, text, format) => {
  const { html } = await render(`${text}\n`, format, { project });
  expect(html).toContain('<a href="./nope">a</a>');
});

test.each<[string, string, 'md' | 'mdx']>([
  ['a definition', '![b][r]\n\n[r]: ../articleimages/nope.png', 'md'],
  ['raw HTML', '<img src="../articleimages/nope.png" alt="b">', 'md'],
  ['JSX', '<img src="../articleimages/nope.png" alt="b" />', 'mdx'],
  ['JSX in an expression', '{<img src="../articleimages/nope.png" alt="b" />}', 'mdx'],
])('shows nothing for a picture that is a problem in %s', async (_what, text, format) => {
  const { html } = await render(`${text}\n`, format, { project });
  expect(html).toContain('src="data:,"');
});

test.each([
  ['./llm0#part', '/llm0/#part'],
  ['#part', '#part'],
  ['./draft', './draft'],
])('makes of %s, in an article that the project does not know yet, %s', (url, expected) => {
  const articles = { ...project?.articles, 'draft.md': '---\ndraft: true\n---\n# Draft\n' };
  const file = new VFile({ path: '/site/articles/new.md', value: `[a](${url})\n` });
  const surroundingsOf = surroundingsIn(projectOf({ articles }), { base: '/', sourcesOf: () => [] });
  const options = { surroundingsOf: () => surroundingsOf('new') };
  const processor = unified().use(remarkParse).use(remarkReferences, options);
  const written = processor.runSync(processor.parse(file), file);
  expect(written).toMatchObject({ children: [{ children: [{ url: expected }] }] });
});

test('links a picture in a fragment of JSX to the original', async () => {
  const { html } = await render('<>\n![A cat](../articleimages/cat.png)\n</>\n', 'mdx', { project });
  expect(html).toContain('href="/articleimages/cat.png"><img');
});

test('keeps the words of a title without JSX that depends on JavaScript', async () => {
  const text = 'export const c = "x"\n\n# A <b title={c}>bold</b> <>plain</> <i lang="la">sic</i>\n';
  const { frontmatter } = await render(text, 'mdx');
  expect(frontmatter['titleHtml']).toBe('A bold plain <i lang="la">sic</i>');
});

describe.each(formats)('pictures in .%s', (format) => {
  const cat = '![A cat](../articleimages/cat.png)';
  const sourcesOf = () =>
    [320, 704].map((width) => ({ address: `/_astro/cat.${width}.webp`, type: 'image/webp', width }));

  test('offers lighter copies beside the original', async () => {
    const { html } = await render(`${cat}\n`, format, { project, sourcesOf });
    expect(html).toContain(
      '<picture><source type="image/webp" srcset="/_astro/cat.320.webp 320w, /_astro/cat.704.webp 704w" sizes="(min-width: 744px) 704px, calc(100vw - 40px)">',
    );
  });

  test('loads the first one high on the page at once, and the others late', async () => {
    const { html } = await render(`# T\n\n${cat}\n\n${cat}\n`, format, { project });
    expect(html.match(/loading="eager"[^>]*fetchpriority="high"/g)).toHaveLength(1);
    expect(html.match(/loading="lazy"/g)).toHaveLength(1);
    expect(html.indexOf('eager')).toBeLessThan(html.indexOf('lazy'));
  });

  test('loads the first one late where it is far down', async () => {
    const { html } = await render(`${'word '.repeat(200)}\n\n${cat}\n`, format, { project });
    expect(html).toContain('loading="lazy"');
    expect(html).not.toContain('eager');
  });

  test('sets a picture apart that is all of its paragraph, and no other', async () => {
    expect((await render(`${cat}\n`, format, { project })).html).toContain(
      '<a class="picture picture-alone"',
    );
    expect((await render(`Text ${cat}\n`, format, { project })).html).toContain('<a class="picture"');
    expect((await render(`- ${cat}\n`, format, { project })).html).toContain('<a class="picture"');
  });

  test('links to the original only where the picture is in no link', async () => {
    const { html } = await render(`[${cat}](./llm0)\n`, format, { project });
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(withoutPreviews(html)).toContain('<a href="/llm0/"><img');
  });

  test.each([
    ['width="300"', 'width="300" height="169"', '(min-width: 340px) 300px, '],
    ['height="90"', 'height="90" width="160"', '(min-width: 200px) 160px, '],
    ['width="50%"', 'width="50%"', ''],
  ])('completes a size given as %s', async (given, size, wide) => {
    const text = `<img src="../articleimages/cat.png" alt="c" ${given} />\n`;
    const { html } = await render(text, format, { project, sourcesOf });
    expect(html.replace(/ (loading|decoding|fetchpriority)="[^"]*"/g, '')).toContain(`alt="c" ${size}>`);
    expect(html).toContain(`sizes="${wide}calc(100vw - 40px)"`);
  });

  test('keeps a size that its author gave', async () => {
    const { html } = await render(
      '<img src="../articleimages/cat.png" alt="c" width="100" height="50" />\n',
      format,
      { project },
    );
    expect(html).toMatch(/width="100" height="50"/);
  });
});

test.each(formats)('leaves the inside of an author’s own picture element alone (.%s)', async (format) => {
  const text =
    '<picture><source src="../articleimages/cat.png" srcset="../articleimages/tall.svg 2x" /><img src="../articleimages/cat.png" alt="c" /></picture>\n';
  const { html } = await render(text, format, {
    project,
    sourcesOf: () => [{ address: '/x', type: 'image/webp', width: 1 }],
  });
  expect(html).not.toContain('class="picture"');
  expect(html).toContain('srcset="/articleimages/tall.svg 2x"');
  expect(html.match(/<picture>/g)).toHaveLength(1);
});

describe.each(formats)('headings in .%s', (format) => {
  test('have their anchors and a permalink beside them', async () => {
    const { html } = await render('# T\n\n## A `b`\n', format);
    expect(html).toContain(
      '<div class="heading heading-h2"><h2 id="a-b">A <code>b</code></h2><a class="permalink" aria-label="Link to “A b”" href="#a-b">#</a></div>',
    );
  });

  test('hand the title on, with its anchor, and not on the page', async () => {
    const { html, frontmatter } = await render(
      'Before.\n\n# The *title* of `x` <b>b</b>\n\n## The title\n',
      format,
    );
    expect(html).not.toContain('<h1');
    expect(frontmatter).toEqual({
      titleHtml: 'The <em>title</em> of <code>x</code> <b>b</b>',
      titleId: 'the-title-of-x-b',
    });
  });

  test.each([
    '> # Quoted *title*\n>\n> Text.\n',
    '<div align="center">\n  <h1>Quoted <em>title</em></h1>\n</div>\n',
    '- # Quoted *title*\n',
  ])('take the title out of wherever it stands: %j', async (text) => {
    const { html, frontmatter } = await render(text, format);
    expect(html).not.toContain('<h1');
    expect(frontmatter['titleHtml']).toBe('Quoted <em>title</em>');
  });

  test('show no number of a footnote in the title, and nothing that MDX would compute', async () => {
    const computed = format === 'mdx' ? ' {/* to do */}{1 + 1}<i>stressed</i>' : ' stressed';
    const { frontmatter } = await render(`# What is it[^1]?${computed}\n\n[^1]: This.\n`, format);
    expect(frontmatter['titleHtml']).toBe(
      format === 'mdx' ? 'What is it? <i>stressed</i>' : 'What is it? stressed',
    );
  });

  test('hand only the anchor on where the front matter has a title', async () => {
    const { frontmatter } = await render('# The heading\n', format, { frontmatter: { title: 'Other' } });
    expect(frontmatter).toEqual({ title: 'Other', titleHtml: '', titleId: 'the-heading' });
  });

  test.each([
    '# T\n\n## Same\n\n## Same\n\n### same\n',
    '## T\n\n## t 1\n\n## T\n',
    '## Größe: 50% — 大 👋 `a.b()` & *x*\n',
    '## A[^n] and ~~b~~ [c](https://example.org)\n\n[^n]: note\n',
    'Setext\n===\n\nTwo\n---\n',
    '> ## Quoted\n\n- ## Listed\n',
    '## https://example.org\n',
    '## ![alt](../articleimages/cat.png) pic\n',
    '## a\\_b \\* &amp; &copy;\n',
  ])('have the ids that the check knows: %j', async (text) => {
    const { html, frontmatter } = await render(text, format, { project });
    const rendered = [...html.matchAll(/<h[2-6] id="([^"]*)"/g)].map(([, id]) => id);
    const title = typeof frontmatter['titleId'] === 'string' ? [frontmatter['titleId']] : [];
    const known = articleOf(`articles/llm1.${format}`, text).headings.map(({ id }) => id);
    expect([...title, ...rendered]).toEqual(known);
  });
});

test('gives raw headings in Markdown the ids that the check knows', async () => {
  const text = '# T\n\n<h2>Raw</h2>\n\n## Raw\n\n<h3 id="own">Own</h3>\n';
  const { html } = await render(text, 'md');
  expect([...html.matchAll(/<h[2-6] id="([^"]*)"/g)].map(([, id]) => id)).toEqual(
    articleOf('articles/llm1.md', text)
      .headings.slice(1)
      .map(({ id }) => id),
  );
});

describe.each(formats)('in .%s', (format) => {
  const html = async (text: string) => (await render(text, format)).html;

  test('tables scroll in a box that the keyboard reaches', async () => {
    expect(await html('| a |\n| - |\n| b |\n')).toContain(
      '<div class="scroll-box" role="group" aria-label="Table" tabindex="0"><table>',
    );
  });

  test.each(['NOTE', 'Tip', 'important', 'WARNING', 'CAUTION'])(
    'a quote that begins with [!%s] is an alert',
    async (kind) => {
      const name = kind.toLowerCase();
      const title = name.charAt(0).toUpperCase() + name.slice(1);
      expect((await html(`> [!${kind}]\n> Mind **this**.\n`)).replace(/\n/g, '')).toBe(
        `<div class="alert alert-${name}" role="note" aria-label="${title}"><p class="alert-title">${title}</p><p>Mind <strong>this</strong>.</p></div>`,
      );
    },
  );

  test('an alert may have a paragraph of its own, or two spaces after its mark', async () => {
    expect(await html('> [!NOTE]\n>\n> Text.\n')).not.toContain('[!NOTE]');
    expect((await html('> [!NOTE]  \n> Text.\n')).replace(/\n/g, '')).toContain('<p>Text.</p></div>');
  });

  test.each([
    '> [!HINT]\n> Text.\n',
    '> Text [!NOTE]\n',
    '> [!NOTE] Text on its line.\n',
    '> # Heading\n',
    '> *[!NOTE]*\n',
  ])('%j stays a quote', async (text) => {
    expect(await html(text)).toContain('<blockquote>');
  });

  test('code has classes for what it is, no inline style, and can be reached by keyboard', async () => {
    const rendered = await html('```js\nconst a = "b" // c\n```\n');
    expect(rendered).toContain(
      '<pre class="code" tabindex="0" role="group" aria-label="Code in JavaScript">',
    );
    expect(rendered).toContain('<span class="code-keyword">const</span>');
    expect(rendered).toMatch(/<span class="code-string"> "b"<\/span>/);
    expect(rendered).toMatch(/<span class="code-comment"> \/\/ c<\/span>/);
    expect(rendered).not.toContain('style=');
  });

  test('code of several lines has no element around plain text', async () => {
    expect(await html('```js\na\nconst b\n```\n')).toContain(
      '<span class="line">a</span>\n<span class="line"><span class="code-keyword">const</span> b</span>',
    );
  });

  test('a box of a task list says whether it is done', async () => {
    const labels = [...(await html('- [x] a\n- [ ] b\n')).matchAll(/aria-label="([^"]*)"/g)];
    expect(labels.map(([, label]) => label)).toEqual(['Done', 'To do']);
  });

  test.each(['```\nplain\n```\n', '```nonsense\nplain\n```\n', '    plain\n'])(
    'code of no known language is shown as it is: %j',
    async (text) => {
      if (format === 'mdx' && text.startsWith(' ')) text = '```\nplain\n```\n';
      expect(await html(text)).toMatch(
        /<pre class="code" tabindex="0" role="group" aria-label="Code"><code><span class="line">plain<\/span>/,
      );
    },
  );

  test.each(['rust,ignore', '{.rust}', 'rust'])('reads the language from %j', async (info) => {
    expect(await html('```' + info + '\nlet a = 1;\n```\n')).toContain(
      '<span class="code-keyword">let</span>',
    );
  });

  test('everything of GFM is there', async () => {
    const rendered = await html('~~a~~ www.example.org [^1]\n\n- [x] done\n\n[^1]: note\n');
    expect(rendered).toContain('<del>a</del>');
    expect(rendered).toContain('<a href="http://www.example.org">www.example.org</a>');
    expect(rendered).toMatch(/<input type="checkbox" checked[^>]* disabled[^>]* aria-label="Done">/);
    expect(rendered).toContain('id="user-content-fn-1"');
  });
});

test('keeps quotation marks and dashes as they were typed', async () => {
  const { html } = await render('"a" -- \'b\' ... c\n', 'md');
  expect(html).toContain('"a" -- \'b\' ... c');
});

test.each(formats)('a link to another article says what it leads to (.%s)', async (format) => {
  const articles = { 'llm0.mdx': '# Index\n\nWhat it is about. And more.\n' };
  const { html } = await render('[a](./llm0#index) [b](https://example.org) [c](#top)\n', format, {
    project: { articles },
    base: '/blog/',
  });
  expect(html.match(/data-title/g)).toHaveLength(1);
  expect(html).toContain(
    '<a href="/blog/llm0/#index" data-title="Index" data-summary="What it is about.">a</a>',
  );
});

/** The HTML without what links say of their targets, where only the targets matter. */
function withoutPreviews(html: string): string {
  return html.replace(/ data-(title|summary)="[^"]*"/g, '');
}
