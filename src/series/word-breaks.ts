/** Scripts that put no spaces between words, and what stands between their words. */
const SCRIPTS = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3000-\u303f\u30fc\uff00-\uffef`;
const RUN = new RegExp(`[${SCRIPTS}]+`, 'gu');
const BREAK = new RegExp(`(?<=[${SCRIPTS}](?:</?mark>)?) +(?=(?:</?mark>)?[${SCRIPTS}])`, 'gu');

/** Sets words apart with spaces where a script has none, so that a search by words finds them. */
export function breakWords(text: string): string {
  return text.replace(RUN, (run) => {
    const segments = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(run)];
    return ` ${segments.map(({ segment }) => segment).join(' ')} `;
  });
}

/** Takes away the spaces of `breakWords`, also beside a `<mark>`. */
export function joinWords(text: string): string {
  return text.replace(BREAK, '');
}
