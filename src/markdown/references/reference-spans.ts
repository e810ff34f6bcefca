import type { Root } from 'mdast';
import type { ArticleName } from '../../series/article-name.ts';
import { readFrontMatterSource } from '../front-matter-source.ts';
import { parseBody } from '../parse.ts';
import { applyEdits } from '../text-edits.ts';
import { walk } from '../walk.ts';
import { htmlSpans } from './html-spans.ts';
import { elementSpans, programSpans } from './jsx-spans.ts';
import { markdownSpans } from './markdown-spans.ts';
import type { ReferenceSpan } from './reference-span.ts';
import { writeOver } from './typed-address.ts';
import { writeYaml } from './written-address.ts';

/**
 * Where an article's source has the addresses of its references, in order: of all that `readArticle` finds,
 * and of definitions that another one hides. An article that cannot be parsed has none. Offsets count in
 * UTF-16 code units, a byte order mark among them.
 */
export function referenceSpans(source: string, format: ArticleName['format']): readonly ReferenceSpan[] {
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const text = source.slice(mark);
  const front = readFrontMatterSource(text);
  const { tree } = parseBody(front.body, format);
  if (!tree) return [];
  const image = front.rangeOf('image');
  const spans = bodySpans(tree, front.body);
  if (image && front.values.image !== undefined) {
    const typed = text.slice(image.start, image.end);
    spans.push({
      ...image,
      url: front.values.image,
      use: 'picture',
      write: (url) => writeYaml(url, typed),
    });
  }
  return spans
    .toSorted((a, b) => a.start - b.start)
    .map((span) => ({ ...span, start: span.start + mark, end: span.end + mark }));
}

/**
 * An article's source with other addresses: `edit` says which, and undefined or the same for one that stays.
 * All else is left byte for byte.
 */
export function editReferences(
  source: string,
  format: ArticleName['format'],
  edit: (url: string, span: ReferenceSpan) => string | undefined,
): string {
  const edits = referenceSpans(source, format).flatMap((span) => {
    const url = edit(span.url, span);
    return url === undefined || url === span.url
      ? []
      : [{ ...span, text: writeOver(source.slice(span.start, span.end), span, url) }];
  });
  return applyEdits(source, edits);
}

/** The addresses below a node of an article's tree; `body` is the text that it was parsed from. */
export function bodySpans(tree: Root, body: string): ReferenceSpan[] {
  const spans: ReferenceSpan[] = [];
  const pictures = new Set<string>();
  walk(tree, (node) => {
    if (node.type === 'imageReference') pictures.add(node.identifier);
  });
  walk(tree, (node, _index, parent) => {
    switch (node.type) {
      case 'link':
        spans.push(...markdownSpans(node, 'link', { source: body, parent }));
        break;
      case 'image':
        spans.push(...markdownSpans(node, 'picture', { source: body, parent }));
        break;
      case 'definition': {
        const use = pictures.has(node.identifier) ? 'picture' : 'link';
        spans.push(...markdownSpans(node, use, { source: body, parent }));
        break;
      }
      case 'html':
        spans.push(...htmlSpans(node, body));
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        spans.push(...elementSpans(node, body));
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
      case 'mdxjsEsm':
        spans.push(...programSpans(node.data?.estree, body));
        break;
    }
  });
  return spans;
}
