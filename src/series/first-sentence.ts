/** A sentence does not end after an initial or one of these, whatever stands behind them. */
const NO_END = /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|vs|cf|Fig|No|Vol|e\.g|i\.e)\.["”’)]?\s*$/u;

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The first whole sentence of a text, for a list in which a paragraph would be too much. `prose` is
 * the same text with whatever is no prose, such as code, replaced by letters.
 */
export function firstSentence(text: string, prose = text): string {
  let end = 0;
  for (const { segment } of SENTENCES.segment(prose)) {
    end += segment.length;
    if (!NO_END.test(segment)) break;
  }
  return text.slice(0, end).trim();
}
