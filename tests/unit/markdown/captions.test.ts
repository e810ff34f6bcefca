import { describe, expect, test } from 'vitest';
import { articleOf } from '../../support/articles.ts';
import { render } from '../../support/render.ts';

const project = { pictures: ['cat.png'] };
const cat = '![A cat](../articleimages/cat.png "It *sits*.")';
const formats = ['md', 'mdx'] as const;

describe.each(formats)('in .%s', (format) => {
  const html = async (text: string) =>
    (await render(`${text}\n`, format, { project })).html.replace(
      / (loading|decoding|fetchpriority|width|height)="[^"]*"/g,
      '',
    );

  test('a picture with a title that stands alone is a figure, whose number is set apart', async () => {
    expect(await html(cat)).toBe(
      '<figure id="figure-1"><a class="picture" href="/articleimages/cat.png"><img src="/articleimages/cat.png" alt="A cat"></a><figcaption><span class="caption-number">Figure 1.</span> It *sits*.</figcaption></figure>',
    );
  });

  test.each([
    [
      'a reference',
      '![A cat][r]\n\n[r]: ../articleimages/cat.png "It sits."\n[r]: ../articleimages/cat.png "No."',
    ],
    ['HTML', '<img src="../articleimages/cat.png" alt="A cat" title="It sits." />'],
    ['HTML over lines', '<img src="../articleimages/cat.png"\n  alt="A cat" title="It sits." />'],
    ['a picture in a quote', '> ![A cat](../articleimages/cat.png "It sits.")'],
    ['a picture in a list', '- ![A cat](../articleimages/cat.png "It sits.")'],
    ['a picture in a definition', 'Term\n: ![A cat](../articleimages/cat.png "It sits.")'],
    ['a picture in an element', '<div>\n\n![A cat](../articleimages/cat.png "It sits.")\n\n</div>'],
  ])('so is %s', async (_what, text) => {
    const rendered = await html(text);
    expect(rendered).toContain(
      '<figure id="figure-1"><a class="picture" href="/articleimages/cat.png"><img ',
    );
    expect(rendered).toContain('alt="A cat"');
    expect(rendered).toContain('Figure 1.</span> It sits.</figcaption></figure>');
    expect(rendered).not.toContain('title=');
    expect(rendered).not.toContain('<p>');
  });

  test.each([
    ['a picture without a title', '![A cat](../articleimages/cat.png)'],
    ['an empty title', '![A cat](../articleimages/cat.png " ")'],
    ['a picture in a line', `Text ${cat}`],
    ['two pictures', `${cat} ${cat}`],
    ['a picture in a heading', `## ${cat}`],
    ['a picture in a cell', `| a |\n| - |\n| ${cat} |`],
    ['a picture that defines', `${cat}\n: x`],
    ['a reference to nothing', '![A cat][r]'],
    ['other HTML', '<b title="x">A cat</b>'],
    ['HTML with more in it', '<p><img src="../articleimages/cat.png" alt="A cat" title="x" /></p>'],
  ])('%s is no figure', async (_what, text) => {
    const rendered = await html(text);
    expect(rendered).not.toContain('<figure');
    expect([...articleOf(`articles/a.${format}`, text).ids].filter((id) => id.startsWith('figure'))).toEqual(
      [],
    );
  });

  test('a paragraph before a table that begins with `Table:` is its caption, which names its box', async () => {
    expect((await html('Table: Sizes of `a` and *b*.\n\n| a |\n| - |\n| 1 |')).replace(/\n/g, '')).toBe(
      '<div class="scroll-box" role="group" aria-labelledby="table-1" tabindex="0"><table><caption id="table-1"><span class="caption-text"><span class="caption-number">Table 1.</span> Sizes of <code>a</code> and <em>b</em>.</span></caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>',
    );
  });

  test('a caption may stand right above its table, and begin with emphasis', async () => {
    expect(await html('Table: *All* of it.\n| a |\n| - |')).toContain(
      'Table 1.</span> <em>All</em> of it.</span></caption>',
    );
  });

  test.each([
    ['Table:\n\n| a |\n| - |', 'Table:'],
    ['Tables: x\n\n| a |\n| - |', 'Tables: x'],
    ['Table: x\n\nText.\n\n| a |\n| - |', 'Table: x'],
    ['## Table: x\n\n| a |\n| - |', 'Table: x'],
    ['*Table: x*\n\n| a |\n| - |', 'Table: x'],
    ['Table: x', 'Table: x'],
  ])('%j has no caption', async (text, shown) => {
    const rendered = await html(text);
    expect(rendered).not.toContain('<caption');
    expect(rendered).toContain(shown);
  });

  test('a caption is no description', () => {
    const text = '# T\n\n## S\n\nTable: A.\n\n| a |\n| - |\n\nText.\n';
    expect(articleOf(`articles/a.${format}`, text).description).toBe('Text.');
  });

  test('the check knows the ids of the page, in the same order', async () => {
    const table = 'Table: A.\n\n| a |\n| - |';
    const text = `${cat}\n\n${table}\n\n> ${cat}\n\n1. x\n\n   Table: B.\n\n   | a |\n   | - |\n\n${cat}\n\nx ${cat}`;
    const ids = [...(await html(text)).matchAll(/ id="((?:figure|table)-\d+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['figure-1', 'table-1', 'figure-2', 'table-2', 'figure-3']);
    expect([...articleOf(`articles/a.${format}`, text).ids].toSorted()).toEqual(ids.toSorted());
  });
});

test.each([
  [
    'a picture of JSX in a component',
    '<Fragment>\n<img src="../articleimages/cat.png" alt="c" title="Sits." />\n</Fragment>',
    true,
  ],
  [
    'a picture of JSX whose attributes are computed',
    'export const w = 9\n\n<img src="../articleimages/cat.png" alt="c" title="Sits." width={w} />',
    false,
  ],
  [
    "a picture in an author's own figure",
    '<figure>\n<img src="../articleimages/cat.png" alt="c" title="Sits." />\n</figure>',
    false,
  ],
])('%s', async (_what, text, isFigure) => {
  const { html } = await render(`export const Fragment = ({ children }) => children\n\n${text}\n`, 'mdx', {
    project,
  });
  expect(html.includes('<figure id="figure-1">')).toBe(isFigure);
  expect(articleOf('articles/a.mdx', text).ids.has('figure-1')).toBe(isFigure);
});

test.each([
  ['<table><caption id="own">All <b>of</b> it</caption><tr><td>1</td></tr></table>', 'aria-labelledby="own"'],
  ['<table><caption>All <b>of</b>\n it</caption><tr><td>1</td></tr></table>', 'aria-label="All of it"'],
  ['<table><caption></caption><tr><td>1</td></tr></table>', 'aria-label="Table"'],
  ['<p>x</p><table><tr><td>1</td></tr></table>', 'aria-label="Table"'],
])('names the box of a table of HTML: %j', async (text, name) => {
  expect((await render(`${text}\n`, 'md')).html).toContain(name);
});
