import { graphemesOf, piecesOf } from './line-breaks.ts';
import type { ShapedLine, Typeset } from './shaping.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
  /** The largest size, and the smallest at which words shall stay whole. */
  readonly sizes: readonly [number, number];
}

/** A text set in lines. */
export interface FittedText {
  readonly size: number;
  readonly leading: number;
  readonly lines: readonly ShapedLine[];
  readonly missing: readonly string[];
}

interface Piece {
  readonly text: string;
  /** Without and with the space at its end, in multiples of the size. */
  readonly width: number;
  readonly advance: number;
}

/** Sets all of a text as large as its room allows, in lines of about the same length. */
export function fit(text: Typeset, language: string, room: Room): FittedText {
  const measured = (piece: string): Piece => ({
    text: piece,
    width: text.measure(piece.trimEnd()).width,
    advance: text.measure(piece).width,
  });
  const whole = piecesOf(text.text, language).map(measured);
  const leading = Math.max(0, ...whole.map((piece) => text.measure(piece.text).leading));
  const [largest, smallest] = room.sizes;
  const setAt = (size: number, pieces: readonly Piece[]) => {
    const rows = rowsWithin(pieces, room.width / size);
    return rows && rows.length * leading * size <= room.height ? { size, rows } : undefined;
  };
  for (let size = largest; size >= smallest; size -= 2) {
    const set = setAt(size, whole);
    if (set) return finished(set.size, balanced(whole, set.rows.length, room.width / size));
  }
  for (let size = largest; ; size = size > 12 ? size - 2 : size * 0.9) {
    const limit = room.width / size;
    const cut = whole.flatMap((piece) =>
      piece.width <= limit ? [piece] : graphemesOf(piece.text).map(measured),
    );
    const set = setAt(size, cut);
    if (set) return finished(size, set.rows);
  }

  function finished(size: number, rows: readonly (readonly Piece[])[]): FittedText {
    const lines = rows.map((row) =>
      text.shape(
        row
          .map((piece) => piece.text)
          .join('')
          .trim(),
      ),
    );
    return { size, leading, lines, missing: text.missing };
  }
}

/** Fills rows one after the other; undefined where a piece is wider than a row. */
function rowsWithin(pieces: readonly Piece[], limit: number): Piece[][] | undefined {
  const rows: Piece[][] = [];
  let used = Infinity;
  for (const piece of pieces) {
    if (piece.width > limit) return undefined;
    if (used + piece.width > limit) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(piece);
    used += piece.advance;
  }
  return rows;
}

/** The same number of rows in the least width, so that the last is no single word. */
function balanced(pieces: readonly Piece[], count: number, limit: number): Piece[][] {
  let [low, high] = [0, limit];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if ((rowsWithin(pieces, middle)?.length ?? Infinity) <= count) high = middle;
    else low = middle;
  }
  return rowsWithin(pieces, high) ?? [];
}
