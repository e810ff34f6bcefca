import type { Dictionary } from '../src/series/dictionary.ts';

/** English, as it is spelled in the United States or in Great Britain. It takes half a second to load. */
export async function loadEnglish(): Promise<Dictionary> {
  const [{ default: spell }, ...countries] = await Promise.all([
    import('nspell'),
    import('dictionary-en'),
    import('dictionary-en-gb'),
  ]).catch(() => {
    throw new Error('The dictionary is one of the development packages of the project: run `npm ci`.');
  });
  const spellers = countries.map(({ default: { aff, dic } }) =>
    spell({ aff: Buffer.from(aff), dic: Buffer.from(dic) }),
  );
  // To find them takes a tenth of a second.
  const suggested = new Map<string, readonly string[]>();
  return {
    knows: (word) => spellers.some((speller) => speller.correct(word)),
    suggestions: (word) => {
      const known = suggested.get(word) ?? [...new Set(spellers.flatMap((speller) => speller.suggest(word)))];
      suggested.set(word, known);
      return known;
    },
  };
}
