import { type Raw, toXml } from 'xast-util-to-xml';
import type { Element, Instruction, Root, RootContent } from 'xast';

/** What neither XML 1.0 nor UTF-8 can have: https://www.w3.org/TR/xml/#charsets. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Elements of HTML that have no end tag, and that readers of HTML would see twice if they had. */
const VOID = /><\/(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)>/g;

/** A text without the characters that a document cannot have. */
export function withoutForbidden(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}

/** Nodes as a document has them, to be kept. */
export function xmlOf(nodes: readonly RootContent[]): string {
  return toXml({ type: 'root', children: [...nodes] });
}

/** What is XML already. */
export function writtenXml(xml: string): Raw {
  return { type: 'raw', value: xml };
}

/** A long text, which the serializer would look through slowly. */
export function longText(text: string): Raw {
  return writtenXml(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/** A whole document of XML, shown in a browser with the styles at `stylesheet`. */
export function xmlDocument(root: Element, stylesheet: string): string {
  const instruction = (name: string, value: string): Instruction => ({ type: 'instruction', name, value });
  const tree: Root = {
    type: 'root',
    children: [
      instruction('xml', 'version="1.0" encoding="utf-8"'),
      instruction('xml-stylesheet', `type="text/css" href="${stylesheet}"`),
      root,
    ],
  };
  // There are no CDATA sections, so this stands in texts only, where XML does not allow it.
  const text = toXml(tree, { allowDangerousXml: true }).replaceAll(']]>', ']]&gt;').replace(VOID, '/>');
  return `${withoutForbidden(text)}\n`;
}
