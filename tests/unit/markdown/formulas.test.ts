import { describe, expect, test } from 'vitest';
import { articleOf, problemsOf } from '../../support/articles.ts';
import { render } from '../../support/render.ts';
import { FORMULAS } from '../../support/formulas.ts';

const formats = ['md', 'mdx'] as const;

describe.each(formats)('in .%s', (format) => {
  const html = async (text: string) => (await render(`${text}\n`, format)).html.trim();
  const problems = (text: string) =>
    problemsOf({ articles: { [`a.${format}`]: `# T\n\n${text}\n` } }).map((line) =>
      line.replace(/^.*?:/, ''),
    );

  test.each<[string, string]>([
    ['$x$', '<p><math><mi>x</mi></math></p>'],
    ['$x^{2}$', '<p><math><msup><mi>x</mi><mn>2</mn></msup></math></p>'],
    ['$a\nb$', '<p><math><mrow><mi>a</mi><mi>b</mi></mrow></math></p>'],
    ['*$x$*', '<p><em><math><mi>x</mi></math></em></p>'],
    ['$`x`$', '<p><math><mi>x</mi></math></p>'],
    ['$\\$$', '<p><math><mi>$</mi></math></p>'],
    ['$a < b$', '<mrow><mi>b</mi></mrow></math></p>'],
    ['a $$x$$', '<p>a <span class="formula"><math display="block"><mi>x</mi></math></span></p>'],
    ['$$x$$', '<div class="formula"><math display="block"><mi>x</mi></math></div>'],
    ['$$ x $$', '<div class="formula"><math display="block"><mi>x</mi></math></div>'],
    ['$$\nx\n$$', '<div class="formula"><math display="block"><mi>x</mi></math></div>'],
    ['$$  \nx\n$$', '<div class="formula"><math display="block"><mi>x</mi></math></div>'],
    ['a\n$$\nx\n$$', '<div class="formula"><math display="block"><mi>x</mi></math></div>'],
    ['> $$\n> x\n> $$', '<div class="formula"><math display="block"><mi>x</mi></math></div>'],
    ['```math\nx\n```', '<div class="formula"><math display="block"><mi>x</mi></math></div>'],
    ['$$\\begin{aligned}\na &= {b}\n\\end{aligned}$$', '<div class="formula"><math display="block"><mtable'],
    ['$$\\text{a $x$ b}$$', '<mi>x</mi>'],
    ['$`\\text{a ` b}`$', '‘'],
  ])('%j is a formula', async (text, expected) => {
    expect(await html(text)).toContain(expected);
    expect(problems(text)).toEqual([]);
  });

  test.each([
    'It costs $5 and $10, or US$7.',
    'A $x $ and $ y$.',
    '$a$5',
    '$HOME and $PATH',
    '$5',
    '$',
    '$$$',
    '$$$$',
    '$a$$',
    '$`a',
    '100$ and\n$ 5',
    '$a\n$',
  ])('%j is text, as typed', async (text) => {
    expect(await html(text)).toBe(`<p>${text}</p>`);
    expect(problems(text)).toEqual([]);
  });

  test('the text between dollars that are money keeps its marks', async () => {
    expect(await html('$5 and *stress* and $x$ and \\$5')).toBe(
      '<p>$5 and <em>stress</em> and <math><mi>x</mi></math> and $5</p>',
    );
  });

  test('a formula that cannot be shown is shown as its source', async () => {
    expect(await html('a $\\nope{x}$ b')).toBe('<p>a <code>\\nope{x}</code> b</p>');
    expect(await html('$$\n\\nope\n$$')).toBe('<div class="formula"><code>\\nope</code></div>');
  });

  test.each<[string, string]>([
    [
      'a $\\nope$ b',
      '3:3 math-syntax The formula cannot be shown: unsupported function name: `\\nope`. See https://temml.org/docs/en/supported for what there is; words stand in `\\text{…}`.',
    ],
    [
      '$$\n\\frac{a\n$$',
      '3:1 math-syntax The formula cannot be shown: unexpected end of input in a macro argument, expected `}`. Close what was opened.',
    ],
    [
      '```math\na & b\n```',
      '3:1 math-syntax The formula cannot be shown: expected the end, got `&`. Put the lines between `\\begin{aligned}` and `\\end{aligned}`.',
    ],
    [
      '$\\begin{align}a\\end{align}$',
      '3:1 math-syntax The formula cannot be shown: `{align}` can be used only in display mode. Write the formula between two lines `$$`.',
    ],
    [
      '- a\n- $a^b^c$',
      '4:3 math-syntax The formula cannot be shown: double superscript. Mend it; if it is no formula, write `\\$` for each dollar sign.',
    ],
    [
      '$$\n\\includegraphics{x}\n$$',
      '3:1 math-syntax The formula cannot be shown: function `\\includegraphics` is not trusted. A formula has no links, pictures or styles; write them beside it.',
    ],
    [
      'See $a \\ref{x}$',
      '3:5 math-syntax The formula cannot be shown: a formula cannot refer to another with `\\ref`. A formula has no links, pictures or styles; write them beside it.',
    ],
    [
      '$$\n$$',
      '3:1 math-syntax The formula cannot be shown: there is nothing in it. Write the formula, or `\\$` for the dollar sign.',
    ],
    [
      '$$\nx',
      '3:1 math-syntax The formula is never closed, and so takes in what follows. Write `$$` on a line of its own where it ends.',
    ],
    [
      'So $$a = \\sqrt x\n- b$$',
      '3:4 math-syntax The formula that begins here is text, since it is not closed. Write `$$` before and after it, each on a line of its own.',
    ],
  ])('%j is told', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  test('a wide formula scrolls in a box that the keyboard reaches, a short one has none', async () => {
    expect(await html('$$\na + b + c + d + e + f + g + h + i = 0\n$$')).toContain(
      '<div class="formula" role="group" aria-label="Formula" tabindex="0"><math',
    );
    expect(await html('$$\na\n$$')).not.toContain('tabindex');
  });

  test('numbers count through the article', async () => {
    const numbered = '$$\n\\begin{equation} x \\end{equation}\n$$';
    expect([...(await html(`${numbered}\n\n${numbered}`)).matchAll(/\((\d)\)/g)].map(([, n]) => n)).toEqual([
      '1',
      '2',
    ]);
  });

  test('headings have the ids that the check knows, and the title its formula', async () => {
    const text = '# The $d_k$\n\n## Why $\\sqrt{d_k}$?\n\n## Cost: $O(n^2)$ or $5\n';
    const rendered = await render(text, format);
    const ids = [...rendered.html.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id);
    const known = articleOf(`articles/a.${format}`, text).headings.map(({ id }) => id);
    expect([rendered.frontmatter['titleId'], ...ids]).toEqual(known);
    expect(known).toEqual(['the-d_k', 'why-sqrtd_k', 'cost-on2-or-5']);
    expect(rendered.frontmatter['titleHtml']).toBe('The <math><msub><mi>d</mi><mi>k</mi></msub></math>');
  });

  test('words in formulas do not count', () => {
    const text =
      '# T\n\nOne $\\text{two three}$ four.\n\n$$\n\\text{five}\n$$\n\n```math\n\\text{six}\n```\n';
    expect(articleOf(`articles/a.${format}`, text).words).toBe(3);
  });

  test.each(FORMULAS)('%s needs no inline style', async (formula) => {
    const rendered = await html(`$$\n${formula}\n$$`);
    expect(rendered).toMatch(/^<div class="formula"[^>]*><math display="block">/);
    expect(rendered).not.toMatch(/ style=| id=|<code|<a |<span|tml-|menclose|undefined/);
  });
});

test.each<[string, string]>([
  ['\\color{red} x', 'math-red'],
  ['\\color{orange} x', 'math-orange'],
  ['\\color{green} x', 'math-green'],
  ['\\color{blue} x', 'math-blue'],
  ['\\color{violet} x', 'math-purple'],
  ['\\color{#ff0066} x', 'math-red'],
  ['\\color{gray} x', 'math-quiet'],
  ['\\colorbox{yellow}{x}', 'math-marked'],
  ['\\rule{1em}{1em}', 'math-rule'],
  ['\\boxed{x}', 'math-box'],
  ['a\\!b', 'math-back-17'],
  ['\\cancel{x}', 'math-strike-up'],
  ['\\begin{array}{|l:r} \\hline a & b \\\\ \\hline\\hline \\end{array}', 'math-line-bottom-double'],
])('%s has the class %s', async (formula, name) => {
  const { html } = await render(`$$\n${formula}\n$$\n`, 'md');
  expect(html).toMatch(new RegExp(`class="[^"]*\\b${name}\\b`));
});

test.each(['\\color{black} x', '\\color{nope} x'])('%s has the colour of the text', async (formula) => {
  const { html } = await render(`$$\n${formula}\n$$\n`, 'md');
  expect(html).toContain('<math display="block"><mrow><mi>x</mi></mrow></math>');
});
