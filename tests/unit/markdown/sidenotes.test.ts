import { describe, expect, test } from 'vitest';
import { render } from '../../support/render.ts';

const NOTE = '[^1]: A *note*.\n';
const note = (number: number, content: string) =>
  `<div class="note" id="user-content-fn-${number}" role="note" aria-label="Note ${number}"><span class="note-number" aria-hidden="true">${number}</span>${content}</div>`;

describe.each(['md', 'mdx'] as const)('footnotes in .%s', (format) => {
  const html = async (text: string) => (await render(text, format)).html.replace(/\n/g, '');

  test('stand beside the paragraph that refers to them, in the order of the text', async () => {
    const rendered = await html(`One[^1] and two[^2].\n\n${NOTE}[^2]: Another.\n`);
    expect(rendered).toContain(
      `<div class="notes">${note(1, '<p>A <em>note</em>.</p>')}${note(2, '<p>Another.</p>')}</div></div>`,
    );
    expect(rendered).toMatch(/^<div class="noted"><p>One<sup>/);
  });

  test('are named where they are referred to', async () => {
    expect(await html(`One[^1].\n\n${NOTE}`)).toMatch(
      /<a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref(="")? aria-label="Note 1">1<\/a>/,
    );
  });

  test.each([
    ['a quote', '> One[^1].\n', /<blockquote><div class="noted"><p>One/],
    [
      'a list',
      '- One[^1]\n- Two\n',
      /<li><div class="noted"><div>One<sup>.*?<\/sup><\/div><div class="notes">/,
    ],
    ['a list with a list in it', '- One[^1]\n  - Two\n', /<\/div><\/div><ul>/],
    ['a table', '| a |\n| - |\n| One[^1] |\n', /<div class="noted"><div class="scroll-box"/],
    ['a heading', '## One[^1]\n', /<div class="noted"><div class="heading heading-h2">/],
    ['stress', '*One[^1]*\n', /<div class="noted"><p><em>One/],
  ])('stand beside the whole of %s', async (_what, text, expected) => {
    const rendered = await html(`${text}\n${NOTE}`);
    expect(rendered).toMatch(expected);
    expect(rendered.match(/role="note"/g)).toHaveLength(1);
  });

  test('stand once, where they are first referred to', async () => {
    const rendered = await html(`One[^1].\n\nTwo[^1].\n\n${NOTE}`);
    expect(rendered.match(/id="user-content-fn-1"/g)).toHaveLength(1);
    expect(rendered.indexOf('class="note"')).toBeLessThan(rendered.indexOf('Two'));
  });

  test('keep their blocks, and lead back nowhere', async () => {
    const rendered = await html('One[^1].\n\n[^1]: A.\n\n    - b\n');
    expect(rendered).toMatch(/<\/span><p>A\.<\/p><ul><li>b<\/li><\/ul>\s*<\/div>/);
    expect(rendered).not.toContain('backref');
  });

  test('are listed at the end without ids, for paper', async () => {
    const rendered = await html(`One[^1].\n\n${NOTE}`);
    expect(rendered).toMatch(
      /<section[^>]*class="footnotes">.*<li><p>A <em>note<\/em>\.<\/p><\/li><\/ol><\/section>$/,
    );
  });

  test('that another footnote refers to stand after that one', async () => {
    const rendered = await html('One[^1].\n\n[^1]: See[^2].\n\n[^2]: There.\n');
    expect(rendered.match(/ id="[^"]*"/g)).toEqual([
      ' id="user-content-fnref-1"',
      ' id="user-content-fn-1"',
      ' id="user-content-fnref-2"',
      ' id="user-content-fn-2"',
      ' id="footnote-label"',
    ]);
  });
});
