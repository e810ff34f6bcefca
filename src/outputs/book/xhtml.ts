import type { Element, ElementContent, Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { toXml } from 'xast-util-to-xml';
import { portableFormulas } from './formulas.ts';

export interface Xhtml {
  readonly title: string;
  readonly language: string;
  readonly direction?: 'ltr' | 'rtl';
  /** What the document is, as `epub:type` of its body. */
  readonly type?: string;
}

/** Characters that XML has no way to write. */
// eslint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A whole document of a book. */
export function xhtml(
  { title, language, direction = 'ltr', type }: Xhtml,
  content: readonly ElementContent[] | Root['children'],
): string {
  const body = h('body', content as ElementContent[]);
  if (type !== undefined) body.properties['epub:type'] = type;
  const html = h('html', { lang: language, dir: direction }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('title', title),
      h('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
    ]),
    body,
  ]);
  html.properties['xml:lang'] = language;
  html.properties['xmlns:epub'] = 'http://www.idpf.org/2007/ops';
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${serialize(html)}\n`;
}

function serialize(html: Element): string {
  visit(html, 'text', (node) => {
    node.value = node.value.replace(NOT_IN_XML, '');
  });
  portableFormulas(html);
  return toXml(toXast(html), { closeEmptyElements: true });
}
