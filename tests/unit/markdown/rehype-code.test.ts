import { createHighlighter, createOnigurumaEngine } from 'shiki';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { type CodeOptions, type ColouredBlocks, rehypeCode } from '../../../src/markdown/rehype-code.ts';
import { rolesAsClasses, syntaxTheme } from '../../../src/markdown/syntax-theme.ts';

/** A text in each language that has what its grammar tells apart: comments, strings, numbers, names, types. */
const TEXTS: Readonly<Record<string, string>> = {
  bash: 'for i in $(seq 1 "${N:-3}"); do echo "$i: $(date +%s)" >> log.txt; done # times',
  c: '#include <stdio.h>\nint main(void) { printf("%d\\n", 0x1f); return 0; } // end',
  cpp: 'template <typename T> auto sum(const std::vector<T>& v) -> T { return std::accumulate(v.begin(), v.end(), T{}); }',
  css: '@media (min-width: 40rem) { .a > b::before { color: rgb(1 2 3 / 50%); content: "x"; } }',
  diff: '--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new',
  go: 'func main() { for i, v := range []int{1, 2} { fmt.Printf("%d %v\\n", i, v) } } // go',
  haskell: 'main :: IO ()\nmain = mapM_ print [x * 2 | x <- [1 .. 10 :: Int], odd x] -- all',
  html: '<!doctype html><p class="a" data-x=\'1\'>Text &amp; <!-- no --><script>let a = 1;</script></p>',
  java: 'record Point(int x, int y) { static final String NAME = "p"; /** doc */ double r() { return Math.sqrt(x * x); } }',
  js: 'const f = async (x) => { await g(`a${x ?? 1}`, /[a-z]+/giu); }; // f',
  json: '{ "a": [1, 2.5e3, true, null], "b": { "c": "d\\n" } }',
  julia: 'f(x::Float64) = x^2 + sin(x) # f\n@time f(1.0)',
  latex: '\\begin{align} a &= \\frac{1}{2} % half\n\\end{align}',
  markdown: '# A\n\n- *b* **c** `d` [e](f)\n\n```js\n1\n```',
  python:
    'import torch\n\n@torch.no_grad()\ndef f(x: "Tensor", *, n=1_000) -> None:\n    """Doc."""\n    print(f"{x!r:>{n}}", 0x1F)  # c',
  rust: 'impl<T: Clone> Iterator for A<T> { type Item = T; fn next(&mut self) -> Option<T> { self.0.pop() } } // r',
  sql: "SELECT a, count(*) AS n FROM t WHERE b = 'x' GROUP BY a HAVING n > 1 -- all",
  toml: '[a.b]\nc = "d" # e\nf = 1979-05-27T07:32:00Z',
  ts: 'export function f<T extends readonly unknown[]>(this: Window, ...a: T): a is T { return a satisfies T; }',
  tsx: 'const A = ({ a }: Props) => <B {...a} c="d">{a.map((x) => <i key={x}>{x}</i>)}</B>;',
  yaml: 'a: &b\n  - "c": 1 # d\n  - *b\ne: |\n  text',
};

function blockOf(language: string, text: string): Root {
  return h(null, [h('pre', [h('code', { className: [`language-${language}`] }, text)])]) as Root;
}

async function coloured(language: string, text: string): Promise<Root> {
  const tree = blockOf(language, text);
  await transformer({})(tree, new VFile());
  return tree;
}

function codeIn(tree: Root): string | undefined {
  return /<code>.*<\/code>/s.exec(toHtml(tree))?.[0];
}

function transformer(options: CodeOptions): (tree: Root, file: VFile) => Promise<void> {
  return rehypeCode.call(undefined as never, options) as (tree: Root, file: VFile) => Promise<void>;
}

describe('colours', () => {
  test.each(Object.entries(TEXTS))('of %s are those that Oniguruma finds', async (language, text) => {
    const engine = createOnigurumaEngine(import('shiki/wasm'));
    const highlighter = await createHighlighter({
      themes: [syntaxTheme],
      langs: [language],
      engine,
      warnings: false,
    });
    const expected = highlighter.codeToHast(text, {
      lang: language,
      theme: syntaxTheme,
      mergeSameStyleTokens: true,
      tokenizeTimeLimit: 0,
      transformers: [rolesAsClasses],
    });
    const code = codeIn(await coloured(language, text));
    expect(code).toBe(codeIn(expected));
    expect(code).toContain('class="code-');
  });

  test('of a terminal are none, and its commands are left out', async () => {
    const code = codeIn(await coloured('ansi', '\u001B[31mred\u001B[0m'));
    expect(code).toBe('<code><span class="line">red</span></code>');
  });

  test('of a language that nobody knows are none', async () => {
    expect(toHtml(await coloured('nonsense', 'a b'))).toContain('<code><span class="line">a b</span></code>');
  });
});

test('the colours of a block do not depend on what was coloured before it', async () => {
  const text = '```ruby\nputs 1\n```';
  const before = toHtml(await coloured('markdown', text));
  await coloured('ruby', 'puts 1');
  expect(toHtml(await coloured('markdown', text))).toBe(before);
});

test('a line of many brackets is read, on which Oniguruma would not end', async () => {
  const tree = await coloured('cpp', '[{'.repeat(900));
  expect(toString(tree)).toContain('[{'.repeat(900));
});

test('a line that is too long to be read has no colours, and those after it have', async () => {
  const html = toHtml(await coloured('js', `const a = "${'QUJD'.repeat(5000)}";\nconst b = 1;`));
  const [first = '', second = ''] = (html.split('<code>')[1] ?? '').split('\n');
  expect(first).toContain('QUJD');
  expect(first).not.toContain('class="code-');
  expect(second).toContain('class="code-');
});

describe('blocks that are kept', () => {
  const two = () =>
    h(null, [
      ...blockOf('js', 'const a = 1;').children,
      ...blockOf('python', 'b = "x" # y').children,
    ]) as Root;
  const file = new VFile({ path: 'articles/llm1.md' });

  async function colour(tree: Root, known?: ColouredBlocks): Promise<readonly [string, ColouredBlocks[]]> {
    const kept: ColouredBlocks[] = [];
    const keep = (slug: string, blocks: ColouredBlocks) => void (slug === 'llm1' && kept.push(blocks));
    const colouredBlocks = { find: (slug: string) => (slug === 'llm1' ? known : undefined), keep };
    await transformer({ colouredBlocks })(tree, file);
    return [toHtml(tree, { allowDangerousHtml: true }), kept];
  }

  test('are the same as those that are not', async () => {
    const plain = two();
    await transformer({})(plain, file);
    const [html, [kept]] = await colour(two());
    expect(html).toBe(toHtml(plain));
    expect(await colour(two(), kept)).toEqual([html, []]);
  });

  test('are coloured anew where their text, language or marks have changed', async () => {
    const [, [kept = new Map<string, string>()]] = await colour(two());
    const marked = new Map([...kept.keys()].map((key) => [key, '<p>kept</p>']));
    for (const other of [blockOf('js', 'const b = 1;'), blockOf('ts', 'const a = 1;'), withInfo('{1}')]) {
      const [html, [now]] = await colour(other, marked);
      expect(html).not.toContain('kept');
      expect(now?.size).toBe(1);
    }
    expect((await colour(blockOf('js', 'const a = 1;'), marked))[0]).toBe('<p>kept</p>');
  });

  function withInfo(info: string): Root {
    const tree = blockOf('js', 'const a = 1;');
    const [pre] = tree.children as Element[];
    const [code] = (pre?.children ?? []) as Element[];
    if (code) code.properties['metastring'] = info;
    return tree;
  }
});
