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
  const ends = lineEnds(source.slice(start, end));
  const ownEnds = lineEnds(value);
  return (offset) => {
    const line = ownEnds.findIndex((at) => at >= offset);
    if (line === 0 || ownEnds.length === 0) return start + offset;
    if (line < 0) return end - (value.length - offset);
    return start + (ends[line] ?? end) - ((ownEnds[line] ?? offset) - offset);
  };
}

/** Where the lines of a text end, but for its last. */
function lineEnds(text: string): number[] {
  return [...text.matchAll(LINE_END)].map(({ index }) => index);
}

const LINE_END = /\r\n|\n|\r/g;
