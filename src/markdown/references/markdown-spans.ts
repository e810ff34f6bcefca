import type { Definition, Image, Link, Parents, Text } from 'mdast';
import type { ReferenceUse } from '../../series/article.ts';
import type { Range } from '../text-edits.ts';
import type { ReferenceSpan } from './reference-span.ts';
import { writeAutolink, writeDestination, writeFirstDestination } from './written-address.ts';

/** The address of a link, picture or definition in `source`; `parent` is what it stands in. */
export function markdownSpans(
  node: Link | Image | Definition,
  use: ReferenceUse,
  { source, parent }: { readonly source: string; readonly parent: Parents | undefined },
): ReferenceSpan[] {
  const destination = node.data?.destination;
  const range = destination ?? (node.type === 'link' ? autolinkIn(node, source, parent) : undefined);
  if (!range) return [];
  const typed = source.slice(range.start, range.end);
  const isFirst = /(^|[\r\n])[\s>]*$/.test(source.slice(Math.max(0, range.start - 200), range.start));
  const write = (url: string) => {
    if (!destination) return writeAutolink(url, typed);
    return isFirst ? writeFirstDestination(url) : writeDestination(url, typed);
  };
  return [{ ...range, url: node.url, use, write }];
}

/** A link whose text is its address; those that are found late have no place of their own. */
function autolinkIn(node: Link, source: string, parent: Parents | undefined): Range | undefined {
  const range = rangeOf(node);
  const text = textIn(node);
  if (range || text === undefined || !parent) return range;
  const siblings: readonly Parents['children'][number][] = parent.children;
  const index = siblings.findIndex((sibling) => sibling === node);
  const known = siblings.slice(0, index).findLastIndex((sibling) => sibling.position);
  const before = siblings[known];
  const from = (before && rangeOf(before)?.end) ?? rangeOf(parent)?.start ?? 0;
  const start = siblings.slice(known + 1, index).reduce((at, sibling) => {
    const earlier = sibling.type === 'link' ? textIn(sibling) : undefined;
    const found = earlier === undefined ? -1 : source.indexOf(earlier, at);
    return found < 0 ? at : found + (earlier?.length ?? 0);
  }, from);
  const found = source.indexOf(text, start);
  const isInside = found >= 0 && found + text.length <= (rangeOf(parent)?.end ?? source.length);
  return isInside ? { start: found, end: found + text.length } : undefined;
}

function textIn({ children }: Link): string | undefined {
  return children.find((child): child is Text => child.type === 'text')?.value;
}

function rangeOf({ position }: Pick<Link, 'position'>): Range | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}
