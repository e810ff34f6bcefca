import type { Html } from 'mdast';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Place } from '../series/problem.ts';
import { lineAt, startOf } from './source-text.ts';

/** An element of raw HTML in a Markdown file. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly hasPicture: boolean;
  readonly place: Place;
}

type Element = DefaultTreeAdapterTypes.Element;
type Child = DefaultTreeAdapterTypes.ChildNode;

/** The elements that begin in a node of raw HTML, in order, at their places in `source`. */
export function htmlElements(node: Html, source: string): HtmlElement[] {
  const { childNodes } = parseFragment(node.value, {
    sourceCodeLocationInfo: true,
    // Else what stands in `<noscript>` would be text.
    scriptingEnabled: false,
  });
  return childNodes.flatMap(elementsIn).flatMap((element) => {
    const location = element.sourceCodeLocation;
    if (!location) return [];
    return [
      {
        name: element.tagName,
        attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
        text: textOf(element),
        hasPicture: element.childNodes.flatMap(elementsIn).some(({ tagName }) => tagName === 'img'),
        place: placeIn(node, source, { line: location.startLine, column: location.startCol }),
      },
    ];
  });
}

function elementsIn(node: Child): Element[] {
  if (!('tagName' in node)) return [];
  const inside = 'content' in node ? node.content.childNodes : [];
  return [node, ...[...inside, ...node.childNodes].flatMap(elementsIn)];
}

function textOf(node: Child): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/**
 * The place in `source` of a place in a node of raw HTML. In a quote or a list, a node's value lacks what its lines start with in the source: its line is
 * looked up there, as the source line ends with it.
 */
export function placeIn(node: Html, source: string, at: Place): Place {
  const start = startOf(node);
  if (at.line === 1) return { line: start.line, column: start.column + at.column - 1 };
  const line = start.line + at.line - 1;
  const offset = lineAt(source, line).length - lineAt(node.value, at.line).length;
  return { line, column: offset + at.column };
}
