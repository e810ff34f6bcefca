import { describe, expect, test } from 'vitest';
import { articleOf } from '../../support/articles.ts';
import { render } from '../../support/render.ts';

describe.each(['md', 'mdx'] as const)('definition lists in .%s', (format) => {
  const html = async (text: string) => (await render(`${text}\n`, format)).html.replace(/\n/g, '');

  test.each([
    ['Term\n: What it *is*.', '<dl><dt>Term</dt><dd>What it <em>is</em>.</dd></dl>'],
    ['`a`\n:   One.\n: Two.', '<dl><dt><code>a</code></dt><dd>One.</dd><dd>Two.</dd></dl>'],
    ['A\nB\n: C.\n\nD\n: E.', '<dl><dt>A</dt><dt>B</dt><dd>C.</dd><dt>D</dt><dd>E.</dd></dl>'],
    ['A\n\n: B.', '<dl><dt>A</dt><dd><p>B.</p></dd></dl>'],
    ['A\n: B.\n\n    C.', '<dl><dt>A</dt><dd><p>B.</p><p>C.</p></dd></dl>'],
    ['A\n: - B', '<dl><dt>A</dt><dd><ul><li>B</li></ul></dd></dl>'],
    ['> A\n> : B', '<blockquote><dl><dt>A</dt><dd>B</dd></dl></blockquote>'],
    ['<div>\n\nA\n: B\n\n</div>', '<dl><dt>A</dt><dd>B</dd></dl>'],
  ])('%j', async (text, expected) => {
    expect(await html(text)).toContain(expected);
  });

  test.each([
    'At\n12:30 it ends.',
    'At 12:\n30 it ends.',
    'Text\n:smile: goes on.',
    'Text\n:no space',
    ': at first',
    '# Heading\n\n: after it',
    '***\n: after it',
    'Text.\n\n\n: far away',
    '- Item\n  : in it',
    '| a |\n| - |\n| b |\n: after it',
    'Text: with a colon\nand more.',
    '```\nA\n: B\n```',
    'a \\\n:: b',
  ])('%j is none', async (text) => {
    expect(await html(text)).not.toContain('<dl>');
  });

  test('their words are counted, and their links and anchors known', () => {
    const text = 'Term one\nTerm\n: four *more* words [here](./x).\n\n    ## Heading\n';
    const article = articleOf(`articles/a.${format}`, text);
    expect(article.words).toBe(8);
    expect(article.references.map(({ url }) => url)).toEqual(['./x']);
    expect([...article.ids]).toEqual(['heading']);
  });
});

test.each(['{1}\n: b', '<Fragment />\n: b', 'export const a = 1\n\n: b'])(
  'MDX %j is no term',
  async (text) => {
    const mdx = `export const Fragment = () => null\n\n${text}\n`;
    expect((await render(mdx, 'mdx')).html).not.toContain('<dl>');
  },
);
