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
    '<A\n  b="c"\n/>',
    '\n\n<A\nb>\n\n',
    '\n\n</A>\n\n',
    '>< 5',
    '<div>\n',
  ],
];

const COMPUTED = [
  '| <A b={c || d} /> |\n',
  '\n---\n',
  ...[
    '<A b={1} />',
    '<A b={[1, 2].map((c) => c)}>',
    '</A>',
    '\n\n<A\n  b={d}\n/>\n\n',
    '<A b={1} c="d" e={f} />',
  ],
  ...[
    '{1}',
    '={1}',
    ' b={1}',
    "import A from './a'\n",
    '<A b="c={1}" />',
    '<A {...b} c={1}>',
    '`<A b={1} />`',
  ],
];

const IMPORTS = [
  '',
  "import A from './a'\n",
  "import A from './a';\nimport { B } from 'b'\n",
  "\n \nimport C from 'c'\n",
];

const texts = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 });

const computed = fc
  .tuple(
    fc.constantFrom(...IMPORTS),
    fc.array(fc.constantFrom(...PIECES, ...COMPUTED, ...COMPUTED), { maxLength: 9 }),
  )
  .map(([imports, pieces]) => [imports, '\n', ...pieces]);

test.each([
  ['md', 'md', texts],
  ['mdx', 'mdx', texts],
  ['mdx with JavaScript', 'mdx', computed],
] as const)('a text that is plain has the same tree from both parsers: %s', (_, format, pieces) => {
  let found = 0;
  fc.assert(
    fc.property(pieces, (all) => {
      const text = all.join('');
      const tree = plainParse(text, format);
      if (!tree) return;
      found++;
      expect(tree).toEqual(micromarkParse(text, format));
    }),
    { numRuns: Math.max(3000, Number(process.env['PROPERTY_RUNS'] ?? 0)) },
  );
  expect(found).toBeGreaterThan(300);
});

const ARTICLES = [
  `
import Bar from '../figures/Bar.astro';
import { A, B as C } from "./b.ts"

# Title

Text with *some* words, a [link](./llm2#x) and \`code\`.

<Bar values={[1, 2, 3].map((x) => x * 2)} title="a b" />

- one <A b={1} /> two
- x <C d={e} f>text</C>

> A quotation <A b={x ? y : z}>*b*</A>[^1].

\`\`\`js title="a.js"
const a = { b: 1 };
\`\`\`

<Details title="m" open={true}>

| a | b |
| :- | -: |
| c | d <A b={1}/> |

</Details>

[^1]: note <A b={2} />
`,
  `# Title

<Figure
  src="a.png"
  alt="b c"
>

- in it
- **two**

</Figure>

- one <A b="1" /> two

  <Note a="b">

  In a list.

  </Note>

> A quotation <A b="c" d="e">*b*</A>[^1].
>
> <B>
>
> c
>
> </B>

<Tabs>
<Tab title="m">

1. a
   ![alt](x.png)

</Tab>
</Tabs>

[^1]: note <A b="c" />
`,
];

const SIGNS = [
  ...[
    '{',
    '}',
    '=',
    '<',
    '>',
    '"',
    "'",
    '`',
    '\n',
    '\n\n',
    ' ',
    '    ',
    'import ',
    'export ',
    '/',
    '\\',
    'a',
    '1',
  ],
  ...[
    '={1}',
    ' x={2}',
    '<A b={3} />',
    '</A>',
    '- ',
    '> ',
    '*',
    '_',
    '|',
    '[',
    ']',
    '(',
    ')',
    '#',
    '@',
    '$',
    ':',
  ],
  ...['\t', 'é', '&amp;', '...', ',', ';', '//', '/*', '*/'],
];

/** One sign more in the place of none or of a few. */
const edits = fc.array(
  fc.record({ at: fc.nat(700), less: fc.constantFrom(0, 0, 1, 5), sign: fc.constantFrom('', ...SIGNS) }),
  { minLength: 1, maxLength: 3 },
);

test('an article that is plain with some other signs has the same tree from both parsers', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.constantFrom(...ARTICLES), edits, (article, all) => {
      const text = all.reduce(
        (old, { at, less, sign }) => old.slice(0, at) + sign + old.slice(at + less),
        article,
      );
      const tree = plainParse(text, 'mdx');
      if (!tree) return;
      found++;
      expect(tree).toEqual(micromarkParse(text, 'mdx'));
    }),
    { numRuns: Math.max(1500, Number(process.env['PROPERTY_RUNS'] ?? 0)) },
  );
  expect(found).toBeGreaterThan(100);
});
