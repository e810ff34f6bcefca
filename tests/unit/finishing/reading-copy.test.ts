import { serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { parsePage, serializePage } from '../../../src/finishing/page-tree.ts';
import { readingCopy } from '../../../src/finishing/reading-copy.ts';

const PAGE = 'https://example.org/blog/llm1/';

/** What is read elsewhere of a page with this text. */
function copyOf(text: string): string {
  const tree = parsePage(`<main><h1>Title</h1><article class="prose">${text}</article></main>`);
  const copy = readingCopy(tree, (address) => new URL(address, PAGE).href.replace(/index\.html$/, ''));
  return copy ? serialize(copy) : '';
}

const RULES: readonly (readonly [behaviour: string, page: string, copy: string])[] = [
  [
    'makes each address what it shall be, also one within the page',
    '<p><a href="#a">a</a><a href="../llm2/index.html">b</a><img src="../x.png" srcset="../y.png 2x" alt="c"></p><blockquote cite="../z/">d</blockquote>',
    `<p><a href="${PAGE}#a">a</a><a href="https://example.org/blog/llm2/">b</a><img src="https://example.org/blog/x.png" alt="c"></p><blockquote cite="https://example.org/blog/z/">d</blockquote>`,
  ],
  [
    'leaves out the link that a heading has to itself',
    '<div class="heading heading-h2"><h2 id="a">A</h2><a class="permalink" href="#a">#</a></div>',
    '<h2 id="a">A</h2>',
  ],
  [
    'shows a picture without its copies and without a link to itself',
    '<p><a class="picture picture-alone" href="../x.png"><picture><source srcset="../x.webp 9w"><img src="https://a.example/x.png" alt="x" width="2" height="1" loading="lazy"></picture></a></p>',
    '<p><img src="https://a.example/x.png" alt="x" width="2" height="1"></p>',
  ],
  [
    'keeps the sources of a film, which has no other address',
    '<video controls=""><source src="https://a.example/x.webm" type="video/webm"></video>',
    '<video controls=""><source src="https://a.example/x.webm" type="video/webm"></video>',
  ],
  [
    'keeps the numbers of captions apart from their words',
    '<figure id="figure-1"><img alt="x"><figcaption><span class="caption-number">Figure 1.</span> Words.</figcaption></figure><div class="scroll-box" tabindex="0"><table><caption id="table-1"><span class="caption-text"><span class="caption-number">Table 1.</span> Words.</span></caption></table></div>',
    '<figure id="figure-1"><img alt="x"><figcaption><b>Figure 1.</b> Words.</figcaption></figure><table><caption id="table-1"><b>Table 1.</b> Words.</caption></table>',
  ],
  [
    'shows code without colours, and says which lines are new, gone or marked',
    '<div class="code-block"><span class="code-language">Python</span><code-copy></code-copy><pre class="code" tabindex="0"><code><span class="line"><span class="code-keyword">if</span> a</span>\n<span class="line line-removed">b</span>\n<span class="line line-added">c</span>\n<span class="line line-marked">d</span></code></pre></div>',
    '<pre title="Python"><code>if a\n<del>b</del>\n<ins>c</ins>\n<mark>d</mark></code></pre>',
  ],
  [
    'shows the title of code with its language',
    '<figure class="code-block"><figcaption class="code-title">a.py</figcaption><span class="code-language">Python</span><code-copy></code-copy><pre class="code"><code><span class="line">a</span></code></pre></figure>',
    '<figure><figcaption>a.py (Python)</figcaption><pre><code>a</code></pre></figure>',
  ],
  [
    'shows the boxes of a list of tasks as signs',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked="" disabled="" aria-label="Done"> a</li><li><input type="checkbox" disabled=""> b</li></ul>',
    '<ul><li>☑ a</li><li>☐ b</li></ul>',
  ],
  [
    'makes an alert a quote with a title',
    '<div class="alert alert-note" role="note"><p class="alert-title">Note</p><p>a</p></div>',
    '<blockquote><p><strong>Note</strong></p><p>a</p></blockquote>',
  ],
  [
    'unfolds what is folded',
    '<details><summary>a</summary><p>b</p></details>',
    '<details open=""><summary>a</summary><p>b</p></details>',
  ],
  [
    'puts tabs one below the other, all under headings of one level',
    '<h2>T</h2><tab-group><div class="tab-list"></div><div class="tab-panel" role="group"><p class="tab-title">a</p><h3>in a</h3><p>1</p></div><div class="tab-panel"><p class="tab-title">b</p><p>2</p></div></tab-group>',
    '<h2>T</h2><h3>a</h3><h3>in a</h3><p>1</p><h3>b</h3><p>2</p>',
  ],
  [
    'leaves out what is hidden, scripts, styles and comments',
    '<p hidden>a</p><script>b</script><style>c</style><!-- d --><template>e</template><p>f</p>',
    '<p>f</p>',
  ],
  [
    'keeps languages, directions and the meaning of words',
    '<p lang="ar" dir="rtl" class="x" data-y="z">a <abbr title="b">c</abbr> <span lang="ja">d</span> <span class="e">f</span></p>',
    '<p lang="ar" dir="rtl">a <abbr title="b">c</abbr> <span lang="ja">d</span> f</p>',
  ],
  ['keeps an anchor as an id', '<p><a name="a"></a>b</p>', '<p><a id="a"></a>b</p>'],
  [
    'keeps a formula, with attributes for what its classes say',
    '<div class="formula"><math display="block" class="math-breakable"><mtable><mtr><mtd class="math-align-left math-left-0"><mi class="math-red" mathvariant="normal">x</mi><mrow class="math-strike-up"><mo stretchy="false">(</mo></mrow></mtd></mtr></mtable></math></div>',
    '<div><math display="block"><mtable><mtr><mtd columnalign="left"><mi mathvariant="normal" mathcolor="#d1242f">x</mi><menclose notation="updiagonalstrike"><mrow><mo stretchy="false">(</mo></mrow></menclose></mtd></mtr></mtable></math></div>',
  ],
  [
    'keeps a drawing, whose parts lead to each other',
    '<svg viewBox="0 0 1 1" class="a" onload="x()"><g id="b" fill="red"></g><use href="#b"></use><a href="#c"></a></svg>',
    `<svg viewBox="0 0 1 1"><g id="b" fill="red"></g><use href="#b"></use><a href="${PAGE}#c"></a></svg>`,
  ],
];

describe('the text of a page to be read elsewhere', () => {
  test.each(RULES)('%s', (_behaviour, page, copy) => {
    expect(copyOf(page)).toBe(copy);
  });

  test('has its notes at the end, with links there and back', () => {
    const reference = (id: string, note: string, number: number) =>
      `<sup><a href="#fn-${note}" id="${id}" data-footnote-ref="" aria-label="Note ${number}">${number}</a></sup>`;
    const note = (id: string, number: number, text: string) =>
      `<div class="note" id="fn-${id}" role="note"><span class="note-number" aria-hidden="true">${number}</span>\n${text}</div>`;
    const page = `<div class="noted"><p>Text${reference('ref-a', 'a', 1)}</p><div class="notes">${note('a', 1, `<p>See${reference('ref-c', 'c', 3)}</p>`)}${note('c', 3, '<p>In a note</p><ul><li>x</li></ul>')}</div></div><div class="noted"><p>More${reference('ref-b', 'b', 2)} ${reference('ref-b-2', 'b', 2)}</p><div class="notes">${note('b', 2, '<p>Twice</p>')}</div></div><section class="footnotes"><div class="heading"><h2 id="label" class="sr-only">Footnotes</h2></div><ol><li><p>See 3</p></li><li><p>Twice</p></li><li><p>In a note</p></li></ol></section>`;
    const link = (id: string, number: number, to: string) =>
      `<sup><a href="${PAGE}#fn-${to}" id="${id}" role="doc-noteref">${number}</a></sup>`;
    const back = (id: string, again = '') =>
      ` <a href="${PAGE}#${id}" role="doc-backlink" aria-label="Back to the text${again}">↩\uFE0E</a>`;
    expect(copyOf(page)).toBe(
      `<p>Text${link('ref-a', 1, 'a')}</p><p>More${link('ref-b', 2, 'b')} ${link('ref-b-2', 2, 'b')}</p><section><h2 id="label">Footnotes</h2><ol><li id="fn-a">\n<p>See${link('ref-c', 3, 'c')}${back('ref-a')}</p></li><li id="fn-b">\n<p>Twice${back('ref-b')}${back('ref-b-2', ' (2)')}</p></li><li id="fn-c">\n<p>In a note${back('ref-c')}</p><ul><li>x</li></ul></li></ol></section>`,
    );
  });

  test('leaves the page as it is', () => {
    const tree = parsePage('<article class="prose"><p class="a"><a href="#b">c</a></p></article>');
    const before = serializePage(tree);
    readingCopy(tree, () => 'x');
    expect(serializePage(tree)).toBe(before);
  });

  test('is nothing for a page that shows no article', () => {
    expect(readingCopy(parsePage('<main><p>a</p></main>'), (address) => address)).toBeUndefined();
  });
});
