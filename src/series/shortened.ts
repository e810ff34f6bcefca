import { sentencesOf } from './first-sentence.ts';

const MARK = '…';
/** More than any search engine shows, and few enough to be read in a list of them. */
const DESCRIPTION_LENGTH = 300;

/** A description for where a whole paragraph would be too much: it may be a thousand characters. */
export function shortDescription(description: string): string {
  return shortened(description, DESCRIPTION_LENGTH);
}

/**
 * A text of at most `length` UTF-16 code units: as many whole sentences as fit, or, where the first
 * does not, as many whole words. What is shortened ends with `…`.
 */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const sentences = fitting(sentencesOf(text), length - MARK.length - 1).trimEnd();
  return sentences === '' ? shortenedWords(text, length) : `${sentences} ${MARK}`;
}

/** The same of words only, for a title: its first sentence may say nothing alone. */
export function shortenedWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = length - MARK.length;
  const words = fitting(segmentsOf(text, 'word'), room) || fitting(segmentsOf(text, 'grapheme'), room);
  return words.replace(/[\s\p{Pd}\p{Ps}\p{Pi}.,;:،、。]+$/u, '') + MARK;
}

function* segmentsOf(text: string, granularity: 'word' | 'grapheme'): Generator<string, void> {
  for (const { segment } of new Intl.Segmenter('en', { granularity }).segment(text)) yield segment;
}

/** As many pieces as fit, from the first one on. */
function fitting(pieces: Iterable<string>, room: number): string {
  let whole = '';
  for (const piece of pieces) {
    if (whole.length + piece.trimEnd().length > room) break;
    whole += piece;
  }
  return whole;
}
