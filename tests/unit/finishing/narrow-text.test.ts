import { describe, expect, test } from 'vitest';
import { narrowRawText, serializeNarrow } from '../../../src/finishing/narrow-text.ts';
import { findElement, ownTextOf, parsePage, serializePage } from '../../../src/finishing/page-tree.ts';

const LONG = 'Attention is all you need, said a title. '.repeat(30);
const pageOf = (head: string, body: string) =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

function narrow(head: string, body: string): string {
  const tree = parsePage(pageOf(head, body));
  narrowRawText({ name: 'llm1/index.html', tree, address: { origin: 'https://example.org', base: '/' } });
  return serializeNarrow(tree);
}

describe('a page of nearly only Latin-1', () => {
  test('has references in texts, attributes and titles', () => {
    expect(narrow('<title>a → b</title>', `<p title="“x”">é · – 𝐴 &amp; &lt;</p><p>${LONG}</p>`)).toBe(
      pageOf(
        '<title>a &#8594; b</title>',
        `<p title="&#8220;x&#8221;">é · &#8211; &#119860; &amp; &lt;</p><p>${LONG}</p>`,
      ),
    );
  });

  test('has escapes in styles and data, which say the same', () => {
    const data = { name: 'a – 𝐴' };
    const html = narrow(
      `<style>.a:before{content:"›" / ""}.ł1{top:0}</style><script type="application/ld+json">${JSON.stringify(data)}</script>`,
      LONG,
    );
    expect(html).toMatch(/^[\0-\xff]*$/);
    expect(html).toContain('.a:before{content:"\\203a " / ""}.\\142 1{top:0}');
    const script = findElement(parsePage(html), ({ tagName }) => tagName === 'script');
    expect(JSON.parse(ownTextOf(script))).toEqual(data);
  });

  test('is the same page for who reads it', () => {
    const body = `<p title="“x”">– 𝐴 € &amp;#8594;</p><p>${LONG}</p>`;
    expect(serializePage(parsePage(narrow('<title>→</title>', body)))).toBe(pageOf('<title>→</title>', body));
  });
});

test.each([
  ['a text of another script', '', '言語モデルの内部を説明する記事'],
  ['a text with many symbols', '', `${'→ '.repeat(10)}${LONG}`],
  ['a script with wide characters, where a reference is no character', '<script>"→"</script>', LONG],
  ['an element whose name is wide', '', `<x-ł data-ł="1">${LONG}</x-ł>`],
  ['a style with an escape of its own', '<style>a:after{content:"\\→"}</style>', LONG],
  ['a page without any', '', LONG],
])('leaves %s as it is', (_what, head, body) => {
  expect(narrow(head, body)).toBe(pageOf(head, body));
});
