import type { ArticleName } from '../series/article-name.ts';
import { type Dictionary, likeliest } from '../series/dictionary.ts';
import type { Remark } from '../series/remark.ts';
import { readFrontMatterSource } from './front-matter-source.ts';
import { parseBody } from './parse.ts';
import { proseWords } from './prose-words.ts';
import { placeAt } from './source-text.ts';

/** How many words that may be meant are told. */
const MOST_SUGGESTIONS = 3;

/**
 * The words of an English article that a dictionary does not know, wherever they stand; `text` is the whole
 * file. Nothing of an article in another language, or of one that cannot be parsed.
 */
export function spellingRemarks(
  { file, format }: ArticleName,
  text: string,
  dictionary: Dictionary,
): Remark[] {
  const { body, values } = readFrontMatterSource(text);
  if (values.lang !== undefined && !/^en\b/i.test(values.lang)) return [];
  const { tree } = parseBody(body, format);
  if (!tree) return [];
  const hints = new Map<string, string>();
  return proseWords(tree, body)
    .filter(({ word }) => !dictionary.knows(word))
    .map(({ word, at }) => {
      const hint = hints.get(word) ?? hintFor(likeliest(word, dictionary));
      hints.set(word, hint);
      const message = `\`${word}\` is in no dictionary.`;
      return { rule: 'spelling', message, hint, file, place: placeAt(body, at) };
    });
}

function hintFor(meant: readonly string[]): string {
  const listed = meant.slice(0, MOST_SUGGESTIONS).map((word) => `\`${word}\``);
  const question = listed.length === 0 ? '' : `Did you mean ${listed.join(', ')}? `;
  return `${question}If it is right, add it to \`dictionary.txt\`.`;
}
