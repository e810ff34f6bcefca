import type { Root } from 'mdast';
import type { Found } from '../series/article.ts';
import type { Finding } from '../series/problem.ts';
import { placeAt } from './source-text.ts';
import { walk } from './walk.ts';

/**
 * What nobody sees, and what makes a text read otherwise than it is written: controls, marks that turn
 * the direction of what follows (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters),
 * and letters for machines, but for those in the flags of England, Scotland and Wales. Marks that
 * Arabic, Persian and emoji are written with (ZWNJ, ZWJ, LRM, RLM) are none of these.
 */
const ANYWHERE =
  // eslint-disable-next-line no-control-regex
  /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|[\u202a-\u202e\u2066-\u2069]|[\ufffe\uffff]|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0001}-\u{e007f}]+/gu;

/** What has a use between words, and in code makes another name of a name. */
const IN_CODE = /[\u00ad\u200b\u2060-\u2064\ufeff]/g;

export function hiddenCharacters(text: string): Found[] {
  return [...text.matchAll(ANYWHERE)].map(({ 0: character, index }) => ({
    finding: hidden(character),
    place: placeAt(text, index),
  }));
}

export function hiddenInCode(tree: Root, source: string): Found[] {
  const found: Found[] = [];
  walk(tree, ({ type, position }) => {
    if ((type !== 'code' && type !== 'inlineCode') || !position) return undefined;
    const { offset: start = 0 } = position.start;
    for (const { 0: character, index } of source.slice(start, position.end.offset).matchAll(IN_CODE))
      found.push({ finding: hidden(character), place: placeAt(source, start + index) });
    return undefined;
  });
  return found;
}

function hidden(character: string): Finding {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const isTurn = /[\u202a-\u202e\u2066-\u2069]/.test(character);
  return {
    rule: 'hidden-character',
    message: isTurn
      ? `Here stands the character \`U+${code}\`, which cannot be seen, and turns the order of what follows.`
      : `Here stands the character \`U+${code}\`, which cannot be seen.`,
    hint: isTurn
      ? 'Remove it; text of another direction is set right by itself, or by `<bdi>…</bdi>` around it.'
      : 'Remove it: delete the characters on both sides of it, and type them anew.',
  };
}
