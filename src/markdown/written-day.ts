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

/** Whether a few words mean a day, though they may not say one. */
const MEANS_A_DAY = /^(?=.*(?:\b\d{4}\b|\d[/.-]\d))\S+(?: \S+){0,3}$/;

/** Whether a paragraph is a line such as `*Written on Aug 21, 2024*`. */
export function isWrittenLine(text: string): boolean {
  return dayIn(text) !== undefined;
}

/** The day in such a line, as typed. */
function dayIn(text: string): string | undefined {
  const [, day] = WRITTEN.exec(text.trim()) ?? [];
  return day !== undefined && MEANS_A_DAY.test(day) ? day : undefined;
}

export function writtenDay(tree: Root): WrittenDay {
  for (const node of tree.children) {
    const text = node.type === 'paragraph' ? dayIn(textOf(node)) : undefined;
    if (text === undefined) continue;
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
