import { remembered } from './remembered.ts';

/** Scripts without spaces: a line may end between their words. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff01-\uffee]`;
const UNSPACED_FIRST = new RegExp(`^${UNSPACED}`, 'u');
const UNSPACED_LAST = new RegExp(`${UNSPACED}$`, 'u');
/** What never begins a line: closing marks, small kana, marks of length and repetition. */
const NOT_FIRST =
  /^[\p{Pe}\p{Pf}\p{Po}\p{M}ー々〻ゝゞヽヾ〜～ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ]/u;
/** A dash between spaces ends a line, and begins none. */
const DASH = /^[\u2013\u2014-]/u;
/** What never ends a line: opening marks. */
const NOT_LAST = /[\p{Ps}\p{Pi}]$/u;
/** A particle or an ending: it stays with the word before. */
const ENDING = /^\p{Script=Hiragana}/u;
/** A joint in a word of a script with spaces. */
const JOINT = /[\p{L}\p{N}][-\u2010\u2013\u2014/\u200b]$/u;

const PLAIN = /^[ -~]*$/;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** By language. */
const words = new Map<string, Intl.Segmenter>();

/** A text in the pieces between which its lines may end; joined, they are the text. */
export function piecesOf(text: string, language: string): string[] {
  const segmenter = remembered(words, language, () => new Intl.Segmenter(language, { granularity: 'word' }));
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const before = pieces.at(-1);
    if (before === undefined || mayEnd(before, segment)) pieces.push(segment);
    else pieces[pieces.length - 1] = before + segment;
  }
  return pieces;
}

/** A piece cut so that it can be set in any width. */
export function graphemesOf(text: string): string[] {
  // Of plain letters each is one, and most texts have no others.
  if (isPlain(text)) return text.split('');
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** Whether all of a text is plain ASCII. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

function mayEnd(before: string, after: string): boolean {
  if (after.startsWith(' ') || DASH.test(after)) return false;
  if (before.endsWith(' ')) return true;
  if (NOT_FIRST.test(after) || NOT_LAST.test(before)) return false;
  if (JOINT.test(before)) return /^[\p{L}\p{N}]/u.test(after);
  const isBetween = UNSPACED_FIRST.test(after) || UNSPACED_LAST.test(before);
  return isBetween && !ENDING.test(after);
}
