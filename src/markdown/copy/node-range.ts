import type { Nodes } from 'mdast';
import type { Range } from '../text-edits.ts';

/** Where a node stands in its source; undefined for one that was made of others. */
export function rangeOf(node: Nodes): Range | undefined {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return undefined;
  return { start, end: (node.type === 'defList' ? endOf(node) : undefined) ?? end };
}

/**
 * Where the last thing in a node ends: a definition list itself is said to end after the empty lines that
 * follow it or, with several terms for one description, before its last items.
 */
function endOf(node: Nodes): number | undefined {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return last && node.type.startsWith('def') ? endOf(last) : node.position?.end.offset;
}
