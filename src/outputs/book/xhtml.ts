import type { Element, ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { toXml } from 'xast-util-to-xml';
import { portableFormulas } from './formulas.ts';
import { walk } from './walk.ts';

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
  content: readonly ElementContent[],
): string {
  const body = h('body', [...content]);
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
  walk(html, (node) => {
    if (node.type === 'text') node.value = node.value.replace(NOT_IN_XML, '');
  });
  portableFormulas(html);
  return toXml(toXast(html), { closeEmptyElements: true });
}
