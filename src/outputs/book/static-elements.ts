import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { elementsIn } from './walk.ts';

/** Elements of old HTML, and what they are today. */
const RENAMED: Readonly<Record<string, string>> = {
  center: 'div',
  font: 'span',
  big: 'span',
  nobr: 'span',
  tt: 'code',
  strike: 's',
  acronym: 'abbr',
  details: 'div',
  summary: 'p',
};
/** What moves, sounds or is loaded from elsewhere: a book leads to it. */
export const EMBEDDED: ReadonlySet<string> = new Set(['iframe', 'video', 'audio', 'embed', 'object']);
const WITH_SIZE: ReadonlySet<string> = new Set(['img', 'svg', 'canvas']);

/** Makes what a page does to be clicked, played or loaded readable where none of it is there. */
export function makeStatic(content: readonly ElementContent[], direction: 'ltr' | 'rtl'): ElementContent[] {
  return content.flatMap((node) => {
    if (node.type !== 'element' || isInMarkup(node)) return [node];
    if (node.tagName.includes('-')) return makeStatic(node.children, direction);
    if (EMBEDDED.has(node.tagName)) return [linkTo(node)];
    adjust(node);
    // Code is written from left to right; the styles of a book are not to say so.
    if (direction === 'rtl' && /^(code|kbd|pre)$/.test(node.tagName)) node.properties.dir = 'ltr';
    node.children = makeStatic(node.children, direction);
    return [node];
  });
}

/** SVG and MathML have elements of their own. */
function isInMarkup({ tagName }: Element): boolean {
  return tagName === 'svg' || tagName === 'math';
}

function adjust(element: Element): void {
  const { tagName, properties } = element;
  if (tagName === 'figure') endWithCaption(element);
  const name = RENAMED[tagName];
  if (name !== undefined) {
    element.tagName = name;
    if (name !== tagName) properties['className'] = [...classes(element), tagName];
    delete properties['open'];
  }
  if (!WITH_SIZE.has(tagName)) {
    delete properties['width'];
    delete properties['height'];
  }
}

/** A caption is the first or the last of its figure. */
function endWithCaption(figure: Element): void {
  const captions = figure.children.filter(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  );
  if (captions[0] === figure.children[0]) return;
  figure.children = [...figure.children.filter((child) => !captions.includes(child)), ...captions];
}

function classes({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

function linkTo(element: Element): Element {
  const address = addressIn(element);
  const text = String(element.properties['title'] ?? '') || toString(element).trim() || address;
  return address === '' ? h('span', text) : h('a', { href: address }, text);
}

function addressIn(element: Element): string {
  const own = String(element.properties['src'] ?? element.properties['data'] ?? '');
  if (own !== '') return own;
  const inside = elementsIn([element]).map(({ properties: { src } }) => src);
  return inside.find((src) => typeof src === 'string' && src !== '')?.toString() ?? '';
}
