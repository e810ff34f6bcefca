import { html } from 'parse5';
import { attributeOf, type Element } from './page-tree.ts';

/** Attributes of HTML that mean something without the site's styles and scripts. */
const KEPT: ReadonlySet<string> = new Set(
  'abbr alt checked cite colspan controls data datetime default dir disabled headers height href id kind label lang loop muted open poster reversed rowspan scope span src srclang start title type value width'.split(
    ' ',
  ),
);
const ADDRESSES: ReadonlySet<string> = new Set(['cite', 'data', 'href', 'poster', 'src']);

/** Whether an attribute of HTML is read elsewhere. */
export function isKept({ name }: Pick<Element['attrs'][number], 'name'>): boolean {
  return KEPT.has(name);
}

/**
 * The attributes of an element of a page as they are kept where it is read elsewhere, each address
 * made what `resolve` says. Within a drawing, what leads to a part of the drawing stays.
 */
export function readingAttributes(element: Element, resolve: (address: string) => string): Element['attrs'] {
  const { attrs, namespaceURI, tagName } = element;
  const isHtml = namespaceURI === html.NS.HTML;
  const kept = attrs
    .filter(({ name }) => (isHtml ? isKept({ name }) : name !== 'class' && !/^(on|data-|aria-)/.test(name)))
    .map((attribute) => {
      const isPart = namespaceURI === html.NS.SVG && tagName !== 'a' && attribute.value.startsWith('#');
      const isAddress = ADDRESSES.has(attribute.name) && !isPart;
      return isAddress ? { ...attribute, value: resolve(attribute.value) } : { ...attribute };
    });
  return [...kept, ...(isHtml ? added(element) : [])];
}

function added(element: Element): Element['attrs'] {
  const name = element.tagName === 'a' ? attributeOf(element, 'name') : undefined;
  const isAnchor = name !== undefined && attributeOf(element, 'id') === undefined;
  const isNote = attributeOf(element, 'data-footnote-ref') !== undefined;
  return [
    ...(isAnchor ? [{ name: 'id', value: name }] : []),
    ...(isNote ? [{ name: 'role', value: 'doc-noteref' }] : []),
  ];
}
