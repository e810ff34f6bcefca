import bidiFactory from 'bidi-js';
import * as hb from 'harfbuzzjs';
import { boxFace, type Cut, drawable, type Face } from './faces.ts';
import { graphemesOf, isPlain } from './line-breaks.ts';
import { remembered } from './remembered.ts';

/** A glyph and where it stands, in multiples of the size from the line's left end; y is upwards. */
export interface PlacedGlyph {
  readonly face: Face;
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** The room that a line takes, in multiples of its size. */
interface Extent {
  readonly width: number;
  readonly leading: number;
}

/** A line of text as it is drawn, in multiples of its size. */
export interface ShapedLine extends Extent {
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
}

/** A text of which every grapheme knows its face, so that any piece of it can be shaped at once. */
export interface Typeset {
  readonly text: string;
  /** Graphemes that no face has, and that are drawn as boxes. */
  readonly missing: readonly string[];
  shape(piece: string): ShapedLine;
  /** As `shape`, for a piece that other texts have, too: words come again and again. */
  measure(piece: string): Extent;
}

type Direction = 'ltr' | 'rtl';

interface Run {
  readonly face: Face;
  readonly level: number;
  text: string;
}

const bidi = bidiFactory();
const buffer = new hb.Buffer();
const extents = new Map<string, Extent>();

/** Prepares a text: white space becomes single spaces, and pictographs that no face has are left out. */
export async function typeset(source: string, cut: Cut, direction: Direction): Promise<Typeset> {
  const box = await boxFace(cut);
  const faces = new Map<string, Face>();
  const missing: string[] = [];
  const kept: string[] = [];
  for (const grapheme of graphemesOf(
    source.normalize('NFC').replace(/[^\S\u00a0\u202f\u2060]+|\p{Cc}/gu, ' '),
  )) {
    const known = await drawable(grapheme, cut);
    if (!known && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(grapheme)) continue;
    if (!known) missing.push(grapheme);
    const spelling = known?.grapheme ?? grapheme;
    // Spelled otherwise, it may be several: each has the face that it has in any other text.
    for (const part of graphemesOf(spelling)) faces.set(part, (await drawable(part, cut))?.face ?? box);
    kept.push(spelling);
  }
  const shaped = (piece: string) => shape(piece, direction, (grapheme) => faces.get(grapheme) ?? box);
  return {
    text: kept.join('').replace(/ {2,}/g, ' ').trim(),
    missing,
    shape: shaped,
    measure: (piece) =>
      remembered(extents, `${cut} ${direction} ${piece}`, () => {
        const { width, leading } = shaped(piece);
        return { width, leading };
      }),
  };
}

function shape(text: string, direction: Direction, faceFor: (grapheme: string) => Face): ShapedLine {
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  let leading = 0;
  for (const { face, level, text: part } of inOrder(runsOf(text, direction, faceFor))) {
    buffer.clearContents();
    buffer.addText(part);
    buffer.guessSegmentProperties();
    buffer.setDirection(level % 2 === 1 ? hb.Direction.RTL : hb.Direction.LTR);
    hb.shape(face.font, buffer);
    leading = Math.max(leading, face.leading);
    for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
      const scale = 1 / face.unitsPerEm;
      glyphs.push({ face, glyph: codepoint, x: width + xOffset * scale, y: yOffset * scale });
      width += xAdvance * scale;
    }
  }
  return { text, width, leading, glyphs };
}

/** Parts of one face and one direction, in the order in which they are read. */
function runsOf(text: string, direction: Direction, faceFor: (grapheme: string) => Face): Run[] {
  const levels = levelsOf(text, direction);
  const runs: Run[] = [];
  let start = 0;
  for (const grapheme of graphemesOf(text)) {
    const last = runs.at(-1);
    const level = levels[start] ?? 0;
    // A space has no script: it goes on in the face before it.
    const face = grapheme === ' ' && last?.level === level ? last.face : faceFor(grapheme);
    if (last?.face === face && last.level === level) last.text += grapheme;
    else runs.push({ face, level, text: grapheme });
    start += grapheme.length;
  }
  return runs;
}

/** Even ones are read from the left. */
function levelsOf(text: string, direction: Direction): Uint8Array {
  // Of plain letters that are read from the left nothing is read from the right.
  if (direction === 'ltr' && isPlain(text)) return new Uint8Array(text.length);
  return bidi.getEmbeddingLevels(text, direction).levels;
}

/** From reading order to left to right: rule L2 of https://www.unicode.org/reports/tr9/. */
function inOrder(runs: readonly Run[]): readonly Run[] {
  const order = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = Math.max(start, end);
    }
  }
  return order;
}
