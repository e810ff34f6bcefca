import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { rehypeDiagrams } from '../../../src/markdown/rehype-diagrams.ts';
import { problemsOf } from '../../support/articles.ts';
import { render } from '../../support/render.ts';

const fence = (lines: readonly string[], info = 'mermaid') => ['```' + info, ...lines, '```'].join('\n');

/** The drawing alone. */
async function drawn(...lines: readonly string[]): Promise<string> {
  const root = h(null, [h('pre', [h('code.language-mermaid', lines.join('\n'))])]);
  await unified().use(rehypeDiagrams).run(root);
  const [svg = ''] = /<svg[^]*<\/svg>/.exec(toHtml(root)) ?? [];
  return svg;
}

function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = '']) => text.replace(/<[^>]*>/g, ''));
}

function problems(...lines: readonly string[]): string[] {
  const told = problemsOf({ articles: { 'a.md': `# T\n\n${fence(lines)}\n` } });
  return told.map((line) => line.replace(/^.*?:/, ''));
}

describe.each(['md', 'mdx'] as const)('a diagram in .%s', (format) => {
  const html = async (lines: readonly string[], info?: string) =>
    (await render(`${fence(lines, info)}\n`, format)).html;

  test('is a figure with a drawing, a title, and its text in colours', async () => {
    const page = await html(['flowchart LR', '  A --> B']);
    expect(page).toMatch(
      /^<div class="diagram"><div class="scroll-box"><svg role="img" width="\d+" height="\d+" viewBox="[-\d. ]+" font-size="15" text-anchor="middle"><title>Diagram<\/title><g>/,
    );
    expect(page).toContain('<details><summary>Text of the diagram</summary><div class="code-block">');
    expect(page).toContain('<span class="code-language">Mermaid</span>');
  });

  test('has no style, no script, no id and no address of its own', async () => {
    const page = await html(['sequenceDiagram', 'A->>B: x', 'loop y', 'B-->>A: z', 'end']);
    expect(page).not.toMatch(/ (?:style|id|href|on\w+)=|<style|<script|url\(|https?:/);
  });

  test('says the title and the description that it has', async () => {
    const svg = await drawn('graph TD', 'accTitle: One & two', 'accDescr: From one', 'A --> B');
    expect(svg).toContain('<title>One &#x26; two</title><desc>From one</desc>');
    expect(textsIn(svg)).toEqual(['A', 'B']);
    const longer = await drawn('graph TD', 'accDescr {', 'More', 'lines', '}', 'A --> B');
    expect(longer).toContain('<title>Diagram</title><desc>More lines</desc>');
  });

  test('has the title of its fence as its caption, once', async () => {
    const page = await html(['graph TD', 'A'], 'mermaid title="Its caption"');
    expect(page).toContain('<title>Its caption</title>');
    expect(page.match(/<figcaption[^>]*>/g)).toEqual(['<figcaption>']);
  });

  test('that is wide scrolls in a box that the keyboard reaches', async () => {
    const nodes = [...'ABCDEFGH'].map((id) => `${id}[Some text]`).join(' --> ');
    const page = await html(['graph LR', nodes], 'mermaid title="All"');
    expect(page).toContain('<div class="scroll-box" role="group" aria-label="All" tabindex="0">');
  });

  test('is the same each time', async () => {
    const lines = ['graph TD', 'A & B --> C{x}', 'C -->|no| A', 'subgraph s [S]', 'C --> D', 'end'];
    expect(await html(lines)).toBe(await html(lines));
  });

  test('with a mistake stays a code block', async () => {
    const page = await html(['graph TD', 'A -> B']);
    expect(page).toMatch(/^<div class="code-block">/);
  });

  test('in a list or a quotation is drawn, too', async () => {
    const { html: page } = await render('- a\n\n  ```mermaid\n  graph TD\n  A --> B\n  ```\n', format);
    expect(page).toContain('<svg');
  });

  test('all mistakes of a diagram are told, in a list at their own columns', () => {
    const text = '# T\n\n- a\n\n  ```mermaid\n  graph TD\n    A -> B\n  %% note\n    A[f(x)]\n  ```\n';
    const places = problemsOf({ articles: { [`a.${format}`]: text } }).map((line) => line.split(' ')[0]);
    expect(places).toEqual([`articles/a.${format}:7:7`, `articles/a.${format}:9:8`]);
  });
});

describe('a flowchart', () => {
  test.each([
    ['A[Some "text"]', undefined],
    ['A[Some text]', '<rect class="box"'],
    ['A(Some text)', 'rx="12"'],
    ['A([Some text])', 'rx="20"'],
    ['A[[Some text]]', '<path d="M7 0V40M'],
    ['A[(Some text)]', 'a53.35 7 0 0 '],
    ['A((Some text))', '<circle class="box"'],
    ['A(((Some text)))', '<circle class="box"'],
    ['A{Some text}', '<path class="box"'],
    ['A{{Some text}}', '<path class="box"'],
    ['A[/Some text/]', '<path class="box"'],
    ['A[\\Some text\\]', '<path class="box"'],
  ])('has the node %j', async (node, expected) => {
    const svg = await drawn('graph TD', node);
    if (expected === undefined) expect(svg).toBe('');
    else {
      expect(svg).toContain(expected);
      expect(textsIn(svg)).toEqual(['Some text']);
    }
  });

  test.each([
    ['A-->B', 1, ''],
    ['A --- B', 0, ''],
    ['A <--> B', 2, ''],
    ['A -.-> B', 1, 'stroke-dasharray="4 4"'],
    ['A ==> B', 1, 'stroke-width="2.5"'],
    ['A ----> B', 1, ''],
    ['A -->|yes| B', 1, '>yes</text>'],
    ['A -->|"yes (1)"| B', 1, '>yes (1)</text>'],
    ['A -- yes --> B', 1, '>yes</text>'],
    ['A -. yes .-> B', 1, 'stroke-dasharray="4 4"'],
    ['A == yes ==> B', 1, '>yes</text>'],
    ['A & B --> C;', 2, ''],
    ['A --> B --> A', 2, ''],
    ['A --> A', 1, ''],
  ])('has the link %j', async (link, heads, expected) => {
    const svg = await drawn('flowchart', link);
    expect(svg.match(/class="head"/g)?.length ?? 0).toBe(heads);
    expect(svg).toContain(expected);
  });

  test('has no line where a link is only for the layout', async () => {
    expect(await drawn('graph LR', 'A ~~~ B')).not.toContain('<path');
  });

  test('reads labels as they are meant', async () => {
    const svg = await drawn(
      'graph TD',
      'A["(x) #quot;y#quot; #35; &amp; z"] --> 入力',
      'B[one<br/>two] --> C[This label is much longer than one line of a node may be]',
    );
    expect(textsIn(svg)).toEqual([
      '(x) "y" # &#x26; z',
      '入力',
      'one two',
      'This label is much longer than one line of a node may be',
    ]);
    expect(svg.match(/<tspan/g)?.length).toBeGreaterThan(3);
  });

  test('runs on from its first node, and only the links that lead back lead up', async () => {
    const svg = await drawn('graph TD', 'A --> B', 'subgraph s [S]', 'B --> C', 'end', 's --> D --> A');
    const heights = new Map(
      [...svg.matchAll(/<text x="[^"]*" y="([^"]*)">(\w)</g)].map(([, y, text]) => [text, Number(y)]),
    );
    const order = ['A', 'B', 'C', 'D'].map((node) => heights.get(node) ?? 0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(svg.match(/class="head"/g)?.length).toBe(4);
  });

  test('has groups, also in groups, with links of their own', async () => {
    const svg = await drawn(
      'flowchart LR',
      'direction LR',
      'subgraph outer [Its name]',
      'direction LR',
      'subgraph "inner"',
      'A',
      'end',
      'end',
      'B --> outer --> C',
    );
    expect(svg.match(/class="area"/g)?.length).toBe(2);
    expect(textsIn(svg)).toEqual(['Its name', 'inner', 'A', 'B', 'C']);
  });
});

describe('a sequence diagram', () => {
  test('has participants, messages, notes and frames in their order', async () => {
    const svg = await drawn(
      'sequenceDiagram',
      'autonumber',
      'participant U as The user',
      'actor M',
      'U->>M: ask',
      'alt known',
      'M-->>U: answer',
      'else',
      'M-xU: none',
      'M-)U: later',
      'U->M: end',
      'end',
      'M->>M: think',
      'opt nothing',
      'end',
      'Note over U,M: both',
      'Note left of U: one',
      'Note right of U: other',
      'Note left of M: third',
    );
    expect(textsIn(svg)).toEqual(
      [
        'opt nothing',
        'alt known',
        'else',
        'The user',
        'M',
        '1. ask',
        '2. answer',
        '3. none',
        '4. later',
      ].concat(['5. end', '6. think', 'both', 'one', 'other', 'third']),
    );
    expect(svg.match(/class="head"/g)?.length).toBe(3);
    expect(svg.match(/class="box"/g)?.length).toBe(2);
  });

  test('stands apart as far as what is said needs', async () => {
    const widthOf = async (text: string) => {
      const svg = await drawn('sequenceDiagram', `A->>B: ${text}`);
      return Number(/ width="(\d+)"/.exec(svg)?.[1]);
    };
    expect(await widthOf('much longer words')).toBeGreaterThan(await widthOf('x'));
  });
});

test.each<[readonly string[], string]>([
  [[''], '3:1 diagram-syntax The diagram is empty.'],
  [['pie title x'], '4:1 diagram-syntax A diagram of the kind `pie` is not drawn.'],
  [['graph TD'], '4:1 diagram-syntax The diagram shows nothing.'],
  [['sequenceDiagram'], '4:1 diagram-syntax The diagram shows nothing.'],
  [['graph XX', 'A'], '4:7 diagram-syntax There is no direction `XX`.'],
  [['graph TD', '  A -> B'], '5:5 diagram-syntax An arrow must stand here, not `->`.'],
  [['graph TD', '  A --> '], '5:8 diagram-syntax A node must stand here, not the end of the line.'],
  [['graph TD', 'A --x B'], '5:3 diagram-syntax An arrow must stand here, not `--x`.'],
  [['graph TD', 'A --> end'], '5:6 diagram-syntax No node can be called `end`.'],
  [['graph TD', 'A[x --> B'], '5:2 diagram-syntax The label of the node `A` is never closed.'],
  [['graph TD', 'A[f(x)]'], '5:4 diagram-syntax The label of the node `A` has a `(` in it.'],
  [['graph TD', 'A[ ]'], '5:2 diagram-syntax The node `A` has an empty label.'],
  [['graph TD', 'A:::hot'], '5:2 diagram-syntax A diagram has no classes such as `:::hot`.'],
  [['graph TD', 'A>x]'], '5:2 diagram-syntax After the node `A` there is `>x]`.'],
  [['graph TD', 'A', 'style A fill:red'], '6:1 diagram-syntax A diagram has no colours'],
  [['graph TD', 'A', 'end'], '6:1 diagram-syntax There is no `subgraph` that ends here.'],
  [['graph TD', 'subgraph a [A]', 'B'], '5:1 diagram-syntax `subgraph a [A]` is never closed.'],
  [['graph TD', 'subgraph a', 'end'], '4:1 diagram-syntax The group `a` is empty.'],
  [['graph TD', 'subgraph', 'B', 'end'], '5:1 diagram-syntax The group has no name.'],
  [
    ['graph TD', 'subgraph a', 'direction LR', 'B', 'end'],
    '6:11 diagram-syntax A group runs as its diagram does.',
  ],
  [['graph TD', 'direction up', 'B'], '5:11 diagram-syntax There is no direction `up`.'],
  [['sequenceDiagram', 'A->>B'], '5:6 diagram-syntax A text must stand here, not the end of the line.'],
  [['sequenceDiagram', 'A->>: x'], '5:5 diagram-syntax A participant must stand here, not `:`.'],
  [['sequenceDiagram', '???'], '5:1 diagram-syntax `???` is no step of a sequence.'],
  [['sequenceDiagram', 'A->>+B: x'], '5:1 diagram-syntax Bars of activity are not drawn.'],
  [['sequenceDiagram', 'activate A'], '5:1 diagram-syntax Bars of activity are not drawn.'],
  [['sequenceDiagram', 'A->>B: x', 'end'], '6:1 diagram-syntax There is nothing that ends here.'],
  [['sequenceDiagram', 'A->>B: x', 'else'], '6:1 diagram-syntax `else` stands in no `alt`.'],
  [['sequenceDiagram', 'loop x', 'A->>B: y'], '5:1 diagram-syntax `loop x` is never closed.'],
])('%j is told with its place', (lines, expected) => {
  const told = problems(...lines);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(expected);
});
