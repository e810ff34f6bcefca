import type { Nodes } from 'mdast';
import { type Place, START } from '../series/problem.ts';
import type { Range } from './text-edits.ts';

/** A decoded file, or the place of its first byte that is not UTF-8. */
export type Decoded =
  | { readonly text: string; readonly wrong?: never }
  | { readonly wrong: Place; readonly looksLike: string | undefined };

const STRICT = new TextDecoder('utf-8', { fatal: true });
const LINE_END = /\r\n|\n|\r/;

/** Decodes UTF-8, without the byte order mark that some editors write first. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const looksLike = wideEncoding(bytes);
  if (looksLike) return { wrong: START, looksLike };
  try {
    const text = STRICT.decode(bytes);
    const zero = text.indexOf('\0');
    return zero < 0 ? { text } : { wrong: placeAt(text, zero), looksLike: 'UTF-16 or no text' };
  } catch {
    return { wrong: placeAt(beforeInvalid(bytes)), looksLike: undefined };
  }
}

/** The place of an offset, or of a text's end. */
export function placeAt(text: string, offset = text.length): Place {
  const starts = lineStarts(text);
  let [first, last] = [0, starts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return { line: first + 1, column: offset - (starts[first] ?? 0) + 1 };
}

/** A line of a text, counted from 1; empty where the text is shorter. */
export function lineAt(text: string, line: number): string {
  const starts = lineStarts(text);
  return text.slice(starts[line - 1] ?? text.length, starts[line]).replace(LINE_END, '');
}

let known = { text: '', starts: [0] };

/** Where lines start. Of one text many places are asked for in a row, so those of the last are known. */
function lineStarts(text: string): readonly number[] {
  if (known.text !== text) {
    const ends = text.matchAll(new RegExp(LINE_END, 'g'));
    known = { text, starts: [0, ...Array.from(ends, ({ 0: end, index }) => index + end.length)] };
  }
  return known.starts;
}

/** Where a node of a syntax tree starts. */
export function startOf(node: { readonly position?: { readonly start: Place } | undefined }): Place {
  const { line, column } = node.position?.start ?? START;
  return { line, column };
}

/** The stretch of the source that a node was read from; an empty one for a node that was made of others. */
export function rangeOf({ position }: Pick<Nodes, 'position'>): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** The longest prefix that is valid UTF-8, decoded. */
function beforeInvalid(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const again = new TextEncoder().encode(lenient);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let end = 0;
  while (end < again.length && again[end] === bytes[end + bom]) end++;
  return new TextDecoder('utf-8').decode(again.slice(0, end), { stream: true });
}

function wideEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  return undefined;
}
