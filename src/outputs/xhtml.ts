import { type DefaultTreeAdapterTypes, html, type Token } from 'parse5';
import type { Element, Text } from 'xast';
import { parsePart } from '../finishing/run-parser.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const { HTML, XLINK, XML, XMLNS } = html.NS;
/** A name that XML allows, without a prefix. */
const NAME = /^[A-Za-z_][\w.-]*$/;

/**
 * HTML as elements of XHTML, MathML and SVG, each tree of them in its namespace. What XML has no name
 * for is left out, and comments are.
 */
export function xhtmlOf(fragment: string): (Element | Text)[] {
  const { childNodes } = parsePart(fragment);
  return childNodes.flatMap((node) => convert(node, undefined));
}

function convert(node: Node, around: string | undefined): (Element | Text)[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ type: 'text', value: node.value }];
  if (!('tagName' in node)) return [];
  if (!NAME.test(node.tagName)) return node.childNodes.flatMap((child) => convert(child, around));
  const { tagName: name, namespaceURI } = node;
  const attributes = {
    ...(namespaceURI !== around && { xmlns: namespaceURI }),
    ...Object.fromEntries(node.attrs.flatMap((attribute) => convertAttribute(attribute, namespaceURI))),
  };
  const children = node.childNodes.flatMap((child) => convert(child, namespaceURI));
  return [{ type: 'element', name, attributes, children }];
}

function convertAttribute(
  { name, value, namespace }: Token.Attribute,
  of: string,
): (readonly [string, string])[] {
  if (namespace === XMLNS || !NAME.test(name)) return [];
  if (namespace === XML) return [[`xml:${name}`, value]];
  if (namespace === XLINK) {
    return [
      ['xmlns:xlink', XLINK],
      [`xlink:${name}`, value],
    ];
  }
  const isLanguage = of === HTML && name === 'lang';
  return isLanguage
    ? [
        [name, value],
        ['xml:lang', value],
      ]
    : [[name, value]];
}
