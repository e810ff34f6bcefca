import { expect, test } from 'vitest';
import { readFrontMatterSource } from '../../../src/markdown/front-matter-source.ts';
import { mayNeedJavaScript } from '../../../src/markdown/may-need-javascript.ts';
import { needsJavaScript } from '../../../src/markdown/needs-javascript.ts';
import { parseBody } from '../../../src/markdown/parse.ts';
import { fc } from '../../support/properties.ts';

const LINES = [
  ...[
    '<b title="it\'s >',
    '" />',
    '" c={1} />',
    '<b a=\'"\' c=">',
    '<b /* " */ a=">',
    '<b // "" >',
    '\uFEFFexport {}',
  ],
  ...['', '', 'text', '# A', '---', 'title: a', '> a', '- a', '  b', '    c', '[^1]: d', '| a |\n| - |'],
  ...[
    '```',
    '```js',
    ' ```',
    '   ```',
    '    ```',
    '````',
    '~~~',
    '``` `',
    '> ```',
    '- ```',
    '  ```',
    '1. ~~~',
  ],
  ...[
    '$$',
    '$$ a',
    '  $$',
    '<Note>',
    '</Note>',
    '<Note title="',
    '">',
    '<Note\n',
    '/>',
    "<b a='>",
    "'>",
    '< b',
  ],
  ...[
    '<b>',
    '</b>',
    '<b a="{">',
    '{a}',
    '{',
    '}',
    '{/*',
    '*/}',
    '`',
    '``',
    'a `b',
    'import a from "a"',
    'export {}',
  ],
  ...['export const a = 1', '[a]: b "', '"', 'a <Note a="', '\\', 'a\\', '\t```', '\u2028```'],
];

test('never is it said of an article that needs it that it does not', () => {
  const texts = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });
  const ends = fc.constantFrom('\n', '\n', '\r\n', '\r');
  let found = 0;
  fc.assert(
    fc.property(texts, ends, (lines, end) => {
      const text = lines.join(end);
      const { tree } = parseBody(readFrontMatterSource(text).body, 'mdx');
      const needed = tree !== undefined && needsJavaScript(tree);
      found += Number(needed);
      return !needed || mayNeedJavaScript(text);
    }),
    { numRuns: Math.max(1000, Number(process.env['PROPERTY_RUNS'] ?? 0)) },
  );
  expect(found).toBeGreaterThan(5);
});
