import type { Root } from 'mdast';
import type { Found } from '../series/article.ts';
import { type Day, parseDay } from '../series/day.ts';
import { textOf } from './node-text.ts';
import { startOf } from './source-text.ts';

/** The day that an article's own text says it was written on, or what is wrong with that day. */
export interface WrittenDay {
  readonly day?: Day;
  readonly found: readonly Found[];
}

const WRITTEN = /^(?:first )?written on (.+?)\.?$/i;

/** Whether a text means a day, though it may not say one. */
const MEANS_A_DAY = /\b\d{4}\b|\d[/.-]\d/;

/** Whether a paragraph is a line such as `*Written on Aug 21, 2024*`. */
export function isWrittenLine(text: string): boolean {
  return MEANS_A_DAY.test(WRITTEN.exec(text.trim())?.[1] ?? '');
}

export function writtenDay(tree: Root): WrittenDay {
  for (const node of tree.children) {
    const line = node.type === 'paragraph' ? textOf(node).trim() : '';
    if (!isWrittenLine(line)) continue;
    const text = WRITTEN.exec(line)?.[1] ?? '';
    const day = parseDay(text);
    if (day !== undefined && day !== 'impossible') return { day, found: [] };
    const message =
      day === 'impossible'
        ? `\`${text}\` is not a day of the calendar.`
        : `\`${text}\` cannot be read as a day.`;
    const hint = 'Write it as `Written on Aug 21, 2024`.';
    return { found: [{ finding: { rule: 'written-date', message, hint }, place: startOf(node) }] };
  }
  return { found: [] };
}
