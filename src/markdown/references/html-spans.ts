import type { Html } from 'mdast';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { attributeSpans } from './attribute-spans.ts';
import type { ReferenceSpan } from './reference-span.ts';

type Child = DefaultTreeAdapterTypes.ChildNode;

/** The addresses in a piece of raw HTML, which may open or close only, at their places in `source`. */
export function htmlSpans(node: Html, source: string): ReferenceSpan[] {
  const offsetOf = offsetsIn(node, source);
  const { childNodes } = parseFragment(node.value, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  return childNodes.flatMap(elementsIn).flatMap(({ tagName, attrs, sourceCodeLocation }) =>
    attrs.flatMap(({ name, value }) => {
      const location = sourceCodeLocation?.attrs?.[name];
      if (!location) return [];
      const range = { start: offsetOf(location.startOffset), end: offsetOf(location.endOffset) };
      return attributeSpans({ element: tagName, name, value }, range, source);
    }),
  );
}

function elementsIn(node: Child): DefaultTreeAdapterTypes.Element[] {
  if (!('tagName' in node)) return [];
  const inside = 'content' in node ? node.content.childNodes : [];
  return [node, ...[...inside, ...node.childNodes].flatMap(elementsIn)];
}

/**
 * From offsets in the value of a node to offsets in the source. In a quote or a list a value lacks what its
 * lines start with in the source, so that a line counts from its end: that of the source's line or, for the
 * last one, of the node.
 */
function offsetsIn({ value, position }: Html, source: string): (offset: number) => number {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? source.length];
  const ends = [...source.slice(start, end).matchAll(LINE_END)].map(({ index }) => start + index);
  return (offset) => {
    const line = value.slice(0, offset).split(LINE_END).length - 1;
    if (line === 0) return start + offset;
    const rest = value.slice(offset).search(LINE_END);
    return rest < 0 ? end - (value.length - offset) : (ends[line] ?? end) - rest;
  };
}

const LINE_END = /\r\n|\n|\r/g;
