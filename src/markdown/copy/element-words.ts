import type { Program } from 'estree';
import type { Html, Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { needsEndTag } from '../html-names.ts';
import type { RewriteAddress } from '../html-rewriting.ts';
import { jsxNameOf, staticAttributes } from '../jsx-attributes.ts';
import { literalIn } from '../mdx-names.ts';
import { mapAddresses } from '../url-attributes.ts';

export interface CopyContext {
  /** The text that the tree was parsed from. */
  readonly source: string;
  readonly isMdx: boolean;
  readonly rewrite: RewriteAddress;
  /** How the lines of the text end. */
  readonly eol: string;
}

/** What stands before and after the contents of an element of JSX in place of its tags. */
export interface ElementWords {
  readonly open: string;
  readonly close: string;
}

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Elements that only say how their contents look. */
const PLAIN: ReadonlySet<string> = new Set(
  'article aside center div figcaption figure footer header main nav p section span'.split(' '),
);

/** Attributes that mean nothing beside the styles and scripts of the site. */
const OF_THE_PAGE = /^(class|classname|style|key|ref|on.*|client:.*|set:.*)$/i;

/** Whether an element has no tags in Markdown, but its contents. */
export function isPlain(element: JsxElement): boolean {
  const name = jsxNameOf(element);
  return !/^[a-z][^.]*$/.test(name) || PLAIN.has(name);
}

/** A component leaves its title, an element of HTML its tags. */
export function wordsOf(element: JsxElement, { rewrite }: CopyContext): ElementWords {
  const name = jsxNameOf(element);
  const attributes = staticAttributes(element);
  if (isPlain(element)) {
    const title = PLAIN.has(name) ? undefined : attributes.get('title')?.trim();
    return { open: title ? `**${escaped(title)}**` : '', close: '' };
  }
  const typed = [...attributes].flatMap(([attribute, value]) => {
    if (attribute === '…' || OF_THE_PAGE.test(attribute)) return [];
    const written = mapAddresses({ element: name, name: attribute, value }, rewrite);
    const html = written.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return [
      ` ${attribute === 'htmlFor' ? 'for' : attribute.toLowerCase()}${html === '' ? '' : `="${html}"`}`,
    ];
  });
  const isVoid = /^(area|br|col|embed|hr|img|input|link|source|track|wbr)$/.test(name);
  const close = isVoid || (!needsEndTag(name) && element.children.length === 0) ? '' : `</${name}>`;
  return { open: `<${name}${typed.join('')}>`, close };
}

/** What an expression shows, where that is known without running anything. */
export function shownBy(program: Program | null | undefined): string {
  const value = literalIn(program)?.['value'];
  return typeof value === 'string' || typeof value === 'number' ? escaped(String(value)) : '';
}

/** Whether a node shows nothing, so that it is left out. */
export function isComment(node: Nodes): node is Html {
  return node.type === 'html' && /^\s*(<!--(?!.*-->.*\S).*-->\s*)$/s.test(node.value);
}

/** A text in which nothing is a sign of Markdown. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&$|~]/g, '\\$&').replace(/#(?=#*$)/g, '\\#');
}
