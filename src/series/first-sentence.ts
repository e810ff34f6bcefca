// Made once: an article asks for many sentences.
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A sentence does not end after an initial or one of these, whatever stands behind them. */
const NO_END = /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|vs|cf|Fig|No|Vol|e\.g|i\.e)\.["”’)]?\s*$/u;

/**
 * The first whole sentence of a text, for a list in which a paragraph would be too much. `prose` is
 * the same text with whatever is no prose, such as code, replaced by letters.
 */
export function firstSentence(text: string, prose = text): string {
  const [first = ''] = sentencesOf(prose);
  return text.slice(0, first.length).trim();
}

/** The sentences of a text one by one, each with the space behind it. */
export function* sentencesOf(text: string): Generator<string, void> {
  let sentence = '';
  for (const { segment } of SENTENCES.segment(text)) {
    sentence += segment;
    if (NO_END.test(segment)) continue;
    yield sentence;
    sentence = '';
  }
  if (sentence !== '') yield sentence;
}
