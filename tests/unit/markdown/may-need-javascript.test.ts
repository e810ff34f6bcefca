import { expect, test } from 'vitest';
import { mayNeedJavaScript } from '../../../src/markdown/may-need-javascript.ts';

const FENCE = '```';

test.each([
  ['an import', "import x from './x.js'"],
  ['an export', '\uFEFFexport const x = 1'],
  ['what is computed', 'It is {1 + 1}.'],
  ['a comment, which is not looked into', '{/* later */}'],
  ['braces in a formula, as well', '$\\frac{1}{2}$'],
  ['what is computed after code', `${FENCE}js\n{}\n${FENCE}\n\n{1}`],
  ['code in a list', `- ${FENCE}\n  {}\n  ${FENCE}`],
  ['a formula that may have fences', `$$\n${FENCE}\n$$`],
  ['a tag that goes on', `<Note title="\n${FENCE}\n" {...props}>`],
  ['a tag whose text goes on', `<Note title="a >\n${FENCE}\n" {...props}>`],
  ['a tag with both kinds of quotes', `<b title="it's >\n${FENCE}\n" a={1} />`],
  ['a tag whose quotes are even', `<b a='"' c=">\n${FENCE}\n" a={1} />`],
  ['a tag with a comment', `<b /* " */ a=">\n${FENCE}\n" a={1} />`],
  ['an export after two marks of order', '\uFEFF\uFEFFexport const a = 1'],
  ['code that may have ended', `${FENCE}\n {}\n  ${FENCE}\n{1}`],
  ['a shorter fence in code', `${FENCE}${FENCE}\n${FENCE}\n${FENCE}${FENCE}\n{1}`],
])('%s may need it', (_what, text) => {
  expect(mayNeedJavaScript(text)).toBe(true);
});

test.each([
  ['Markdown', '# A\n\nAn `import` and an\nimportant export.'],
  ['elements', '<Note title="a">\n\ntext\n\n</Note>\n\n<Steps>\n'],
  ['code', `${FENCE}js title="a"\nimport { a } from 'b';\n ~~~\n${FENCE}\n~~~\n{}\n~~~~`],
  ['code to the end', `a\n${FENCE}\n{}\n${FENCE} no end\nexport {}`],
  ['front matter', `---\ntitle: "{a}"\nupcoming:\n  - import this\n${FENCE}\n---\n\nText`],
])('%s needs none', (_what, text) => {
  expect(mayNeedJavaScript(text)).toBe(false);
});
