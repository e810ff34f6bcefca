import type { Root } from 'mdast';
import type { ArticleName } from '../../series/article-name.ts';
import { type FrontMatterSource, readFrontMatterSource } from '../front-matter-source.ts';
import type { RewriteAddress } from '../html-rewriting.ts';
import { parseBody } from '../parse.ts';
import { bodySpans } from '../references/reference-spans.ts';
import { applyEdits } from '../text-edits.ts';
import { walk } from '../walk.ts';
import { blockEdits } from './block-edits.ts';
import { escaped } from './element-words.ts';
import { inlineEdits } from './inline-edits.ts';

export interface MarkdownCopyOptions {
  readonly format: ArticleName['format'];
  /** The address that stands for one that was typed, to be right wherever the copy is read. */
  readonly rewrite: RewriteAddress;
}

/**
 * An article as plain Markdown to be read elsewhere: without front matter, whose title becomes a heading
 * where the text has none, without comments and JavaScript, and with the contents of components in their
 * place. All else is as it was typed, byte for byte.
 */
export function markdownCopy(source: string, options: MarkdownCopyOptions): string {
  const text = source.replace(/^\uFEFF/, '');
  const front = readFrontMatterSource(text);
  const { tree } = parseBody(front.body, options.format);
  return tree ? markdownCopyOf(tree, front, options) : text;
}

/** The same of an article that is parsed already; the tree is left as it is. */
export function markdownCopyOf(
  tree: Root,
  { body, end, values }: FrontMatterSource,
  { format, rewrite }: MarkdownCopyOptions,
): string {
  const addresses = bodySpans(tree, body).flatMap((span) => {
    const url = rewrite(span.url, span.use);
    return url === span.url ? [] : [{ ...span, text: span.write(url) }];
  });
  const context = {
    source: body,
    isMdx: format === 'mdx',
    rewrite,
    eol: body.includes('\r\n') ? '\r\n' : '\n',
  };
  const edits = [...addresses, ...blockEdits(tree, context), ...inlineEdits(tree, context)];
  const words = applyEdits(body, edits)
    .slice(end)
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd();
  const { eol } = context;
  const title = values.title === undefined || hasTitle(tree) ? '' : `# ${escaped(values.title)}${eol}${eol}`;
  return title + words + eol;
}

function hasTitle(tree: Root): boolean {
  let has = false;
  walk(tree, (node) => {
    has ||=
      (node.type === 'heading' && node.depth === 1) ||
      (node.type === 'html' && /<h1[\s>]/i.test(node.value)) ||
      ('name' in node && node.name === 'h1');
  });
  return has;
}
