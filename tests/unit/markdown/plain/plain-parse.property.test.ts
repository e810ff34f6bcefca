import { expect, test } from 'vitest';
import { micromarkParse } from '../../../../src/markdown/micromark-parse.ts';
import { plainParse } from '../../../../src/markdown/plain/plain-parse.ts';
import { fc } from '../../../support/properties.ts';

const PIECES = [
  ...['a', 'word', 'é', '“q”', '😀', ' ', '  ', '    ', '\t', '.', '!', '+', '=', ':', ': d', '&amp;', '\\'],
  ...['\n', '\n', '\n\n', '\n\n', '\n  ', '\n    ', '\\\n', '  \n', '\n> ', '\n- ', '\n  - ', '\n1. '],
  ...['# ', '## ', '- ', '* ', '+ ', '1. ', '2) ', '> ', '[ ] ', '[x] ', '---', '***', '==='],
  ...['*', '**', '_', '__', '~', '~~', '`', '``', '`a`', '```', '```js\n', '\n```\n', '~~~'],
  ...['[', '](', ')', '](./llm0)', '![', '![alt](x.png)', '[text](url "t")', '[](<a b>)', '<http://a.b>'],
  ...['[r][id]', '[id]', '\n[id]: <a b> "t"\n', '[id]: /x\n', '[^1]', '\n[^1]: note\n'],
  ...['|', '| a |\n', '|-|\n', '\n\n| a | b |\n| :- | -: |\n| c | d |\n\n'],
  ...[
    '<b>',
    '</b>',
    '<br />',
    '<Note a="b" c>',
    '\n\n<Note>\n\n',
    '\n\n</Note>\n\n',
    '<!-- c -->',
    '<div>\n',
  ],
];

const texts = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 });

test.each(['md', 'mdx'] as const)(
  'a text that is plain has the same tree from both parsers: %s',
  (format) => {
    let found = 0;
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        const tree = plainParse(text, format);
        if (!tree) return;
        found++;
        expect(tree).toEqual(micromarkParse(text, format));
      }),
      { numRuns: Math.max(3000, Number(process.env['PROPERTY_RUNS'] ?? 0)) },
    );
    expect(found).toBeGreaterThan(300);
  },
);
