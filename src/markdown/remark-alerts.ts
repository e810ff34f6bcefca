import type { Blockquote, Paragraph, Root } from 'mdast';
import type { Plugin } from 'unified';
import { walk } from './walk.ts';

const MARKER = /^\[!(note|tip|important|warning|caution)\][^\S\n]*(?:\n|$)/i;

/**
 * Makes alerts of quotes that begin with a line such as `[!NOTE]`, as GitHub does:
 * https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
export const remarkAlerts: Plugin<[], Root> = function () {
  return (tree) => {
    walk(tree, (quote) => {
      if (quote.type !== 'blockquote') return undefined;
      const [first] = quote.children;
      const [text] = first?.type === 'paragraph' ? first.children : [];
      const [marker, kind] = text?.type === 'text' ? (MARKER.exec(text.value) ?? []) : [];
      if (first?.type !== 'paragraph' || text?.type !== 'text' || !marker || !kind) return undefined;
      text.value = text.value.slice(marker.length);
      if (text.value === '') first.children.shift();
      if (first.children[0]?.type === 'break') first.children.shift();
      if (first.children.length === 0) quote.children.shift();
      makeAlert(quote, kind.toLowerCase());
      return undefined;
    });
  };
};

function makeAlert(quote: Blockquote, kind: string): void {
  const title = kind.charAt(0).toUpperCase() + kind.slice(1);
  const heading: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: title }],
    data: { hProperties: { className: ['alert-title'] } },
  };
  quote.children.unshift(heading);
  quote.data = {
    hName: 'div',
    hProperties: { className: ['alert', `alert-${kind}`], role: 'note', ariaLabel: title },
  };
}
