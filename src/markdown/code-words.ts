import { nearest } from '../series/nearest.ts';
import type { Finding } from '../series/problem.ts';

/** What the words that open a code block say of it. */
export interface CodeWords {
  readonly title?: string;
  /** The number of the first line, where lines are numbered. */
  readonly firstNumber?: number;
  readonly wraps?: boolean;
}

/** A value that a word cannot have: why, and what to write. */
interface Wrong {
  readonly message: string;
  readonly instead: string;
}

type Value = string | undefined;

const READERS: Readonly<Record<string, (value: Value) => CodeWords | Wrong>> = {
  title: readTitle,
  lines: readLines,
  wrap: (value) =>
    value === undefined
      ? { wraps: true }
      : { message: `\`wrap=${value}\` means nothing, since \`wrap\` has no value.`, instead: 'wrap' },
};

export function isCodeWord(name: string): boolean {
  return Object.hasOwn(READERS, name);
}

/**
 * Reads a word as it is written, with its value. Undefined for a word of another tool: only what is
 * one slip away from a word of ours is taken for it.
 */
export function readWord(name: string, value: Value): CodeWords | Finding | undefined {
  const meant = nearest(name, Object.keys(READERS), 1);
  const read = READERS[meant ?? '']?.(value);
  if (meant === undefined || !read) return undefined;
  if (meant !== name) {
    const instead = 'instead' in read ? read.instead : written(meant, value);
    return finding(`A code block has no \`${name}\`.`, `Did you mean \`${instead}\`?`);
  }
  return 'instead' in read ? finding(read.message, `Write \`${read.instead}\`.`) : read;
}

function readTitle(value = ''): CodeWords | Wrong {
  const [, quote = '', content = ''] = /^(["']?)(.*)$/s.exec(value) ?? [];
  const isClosed = quote !== '' && content.endsWith(quote);
  const title = (isClosed ? content.slice(0, -1) : content).trim();
  const instead = `title="${title || '…'}"`;
  if (quote && !isClosed)
    return { message: `The quotation mark in \`title=${value}\` is never closed.`, instead };
  if (title === '') return { message: 'The title of the code block has no text.', instead };
  if (!isClosed) return { message: `The title \`${title}\` is not between quotation marks.`, instead };
  return { title };
}

function readLines(value: Value): CodeWords | Wrong {
  if (value === undefined) return { firstNumber: 1 };
  if (/^\d{1,6}$/.test(value)) return { firstNumber: Number(value) };
  const message = `\`lines=${value}\` does not say with which number the lines begin.`;
  return { message, instead: `lines=${/\d{1,6}/.exec(value)?.[0] ?? '1'}` };
}

function written(name: string, value: Value): string {
  return value === undefined ? name : `${name}=${value}`;
}

function finding(message: string, hint: string): Finding {
  return { rule: 'code-meta', message, hint };
}
