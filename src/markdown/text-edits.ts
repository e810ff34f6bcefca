/** A stretch of a text, from its first character to before its end. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What stands in place of a stretch of a text. */
export interface TextEdit extends Range {
  readonly text: string;
}

/**
 * A text with some stretches of it replaced; all else stays byte for byte. Of edits that overlap, the
 * one that begins first, or else the longer one, holds.
 */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    pieces.push(source.slice(at, start), text);
    at = end;
  }
  return pieces.join('') + source.slice(at);
}
