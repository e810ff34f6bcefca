/** What knows the words of a language. */
export interface Dictionary {
  readonly knows: (word: string) => boolean;
  /** What may be meant by a word that it does not know, the likeliest first. */
  readonly suggestions: (word: string) => readonly string[];
}

/**
 * The words that a project adds, one a line; what follows a `#` is a comment. A word with a capital is
 * known with it only; one without also where it begins a sentence.
 */
export function readProjectWords(text: string): ReadonlySet<string> {
  const lines = text.normalize('NFC').split(/\r\n|\n|\r/);
  return new Set(lines.map((line) => line.replace(/#.*/, '').trim()).filter((word) => word !== ''));
}

/** A dictionary with a project's own words in it, which knows their genitives as well. */
export function withProjectWords(dictionary: Dictionary, words: ReadonlySet<string>): Dictionary {
  const isOwn = (word: string) =>
    words.has(word) || words.has(word.slice(0, 1).toLowerCase() + word.slice(1));
  return {
    knows: (written) => {
      const word = written.normalize('NFC').replaceAll('’', "'");
      return isOwn(word) || isOwn(word.replace(/'s?$/, '')) || dictionary.knows(word);
    },
    suggestions: dictionary.suggestions,
  };
}

/** Suggestions for a word, the likeliest first: a forgotten apostrophe, then what begins with the same letter. */
export function likeliest(word: string, { knows, suggestions }: Dictionary): string[] {
  const contracted = [1, 2]
    .map((length) => `${word.slice(0, -length)}'${word.slice(-length)}`)
    .filter((candidate) => /^\p{L}+'(?:t|s|d|m|re|ve|ll)$/u.test(candidate) && knows(candidate));
  const first = (text: string) => text.slice(0, 1).toLowerCase();
  const [alike, others] = [true, false].map((isAlike) =>
    suggestions(word).filter((suggestion) => (first(suggestion) === first(word)) === isAlike),
  );
  return [...new Set([...contracted, ...(alike ?? []), ...(others ?? [])])];
}
