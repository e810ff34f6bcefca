import { describe, expect, test } from 'vitest';
import { articleOf } from '../../support/articles.ts';

const told = (file: string, text: string) =>
  articleOf(file, text).problems.map(
    ({ place, rule, message }) => `${place.line}:${place.column} ${rule} ${message}`,
  );

const TOO_DEEP = 'deep-nesting What begins here stands too deep in other elements.';
const CODE = 'deep-nesting The JavaScript here is nested too deeply.';
const OVERFLOW = 'deep-nesting What stands here is nested too deeply to be read.';

const nested = (open: string, inside: string, close: string) => (times: number) =>
  open.repeat(times) + inside + close.repeat(times);

const quotes = nested('> ', 'x', '');
const lists = nested('- ', 'x', '');
const stress = nested('*a ', 'x', ' b*');
const html = nested('<b>', 'x', '</b>');
const blocks = nested('<div>', 'x', '</div>');
const jsxLines = nested('<div>\n', 'x\n', '</div>\n');
const sum = nested('1+', '1', '');

describe.each(['articles/a.md', 'articles/a.mdx'])('in %s', (file) => {
  test.each<[string, string, readonly string[]]>([
    ['quotes', quotes(90), []],
    ['quotes', quotes(101), [`3:201 ${TOO_DEEP}`]],
    ['quotes', quotes(2000), [`3:201 ${TOO_DEEP}`]],
    ['lists', lists(45), []],
    ['lists', lists(600), [`3:101 ${TOO_DEEP}`]],
    ['stress', stress(90), []],
    ['stress', stress(200), [`3:296 ${TOO_DEEP}`]],
  ])('%s are told where they stand too deep', (_what, text, expected) => {
    expect(told(file, `# A\n\n${text}\n`)).toEqual(expected);
  });
});

test.each<[string, string, readonly string[]]>([
  ['elements in a line', html(90), []],
  ['elements in a line', html(6000), [`3:301 ${TOO_DEEP}`]],
  ['elements in a block', blocks(100), []],
  ['elements in a block', blocks(8000), [`3:501 ${TOO_DEEP}`]],
  ['elements that are never closed', '<div>'.repeat(8000), [`3:501 ${TOO_DEEP}`]],
])('%s of HTML are told where they stand too deep', (_what, text, expected) => {
  expect(told('articles/a.md', `# A\n\n${text}\n`)).toEqual(expected);
});

test('a link to what stands in elements that are too deep is not told as well', () => {
  const text = `# A\n\n[x](#far)\n\n${blocks(200)}\n\n<p id="far">x</p>\n`;
  expect(articleOf('articles/a.md', text).whole).toBe(false);
});

test.each<[string, string, readonly string[]]>([
  ['elements', jsxLines(90), []],
  ['elements', jsxLines(500), [`103:1 ${TOO_DEEP}`]],
  ['elements in a line', html(3000), [`3:298 ${TOO_DEEP}`]],
  ['elements that the parser does not come to an end of', html(25000), [`3:1 ${OVERFLOW}`]],
  ['an expression', `{${sum(400)}}`, []],
  ['an expression', `{${sum(1500)}}`, [`3:1 ${CODE}`]],
  ['an expression in an attribute', `<p title={${sum(1500)}}>x</p>`, [`3:1 ${CODE}`]],
  ['an expression in a spread', `<p {...{a: ${sum(1500)}}}>x</p>`, [`3:1 ${CODE}`]],
  ['an expression in a module', `export const a = ${sum(1500)}`, [`3:1 ${CODE}`]],
  [
    'an expression that the parser does not come to an end of',
    `{${sum(30000)}}\n\nText.`,
    [`3:1 ${OVERFLOW}`],
  ],
  ['brackets', `Text.\n\n{${nested('[', '1', ']')(30000)}}\n\nText.`, [`5:1 ${OVERFLOW}`]],
])('%s of MDX that stand too deep are told', (_what, text, expected) => {
  expect(told('articles/a.mdx', `# A\n\n${text}\n`)).toEqual(expected);
});

test('front matter that is nested too deeply is told', () => {
  const [problem = ''] = told('articles/a.md', `---\ntitle: ${nested('[', '', ']')(5000)}\n---\n# A\n`);
  expect(problem).toMatch(
    /^2:\d+ front-matter-syntax The front matter is not valid YAML: it is nested too deeply\.$/,
  );
});
