import type { Nodes } from 'mdast';
import type { Range } from '../text-edits.ts';

/** Where a node stands in its source; undefined for one that was made of others. */
export function rangeOf({ position }: Pick<Nodes, 'position'>): Range | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}
