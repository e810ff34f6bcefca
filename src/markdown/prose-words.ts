import type { Image, Nodes } from 'mdast';
import { rangeOf } from './source-text.ts';
import type { Range } from './text-edits.ts';
import { PASS_BY, walk } from './walk.ts';

/** A word, and its offset in the source. */
export interface ProseWord {
  readonly word: string;
  readonly at: number;
}

/** What stands between white space and is no word of a language: addresses, paths, entities, names. */
const NO_PROSE = /:\/\/|[@_\\&#=]|\p{N}|\p{L}\.\p{L}|^[./~]|\/.*\//u;
const CHUNK = /\S+/gu;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;
const LATIN = /^[\p{sc=Latin}\p{M}'’]{2,}$/u;
const CAPITAL_INSIDE = /.\p{Lu}/u;
const QUOTATION = /(?<![\p{L}\p{N}])"[^"]*"(?![\p{L}\p{N}])|“[^”]*”|„[^“”]*[“”]|«[^»]*»/gu;
const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'defListTerm']);

/**
 * The words of an article's prose in a Latin script, in order. Code, formulas, quotations, addresses,
 * names with a capital inside, and what is marked as of a language of its own are left out.
 */
export function proseWords(tree: Nodes, source: string): ProseWord[] {
  const quotations: Range[] = [];
  const words: ProseWord[] = [];
  walk(tree, (node) => {
    if (isLeftAlone(node, source)) return PASS_BY;
    if (BLOCKS.has(node.type)) quotations.push(...quotationsIn(rangeOf(node), source));
    if (node.type === 'text') words.push(...wordsIn(rangeOf(node), source));
    if (node.type === 'image') words.push(...wordsIn(alternativeOf(node, source), source));
    return undefined;
  });
  return outside(quotations, words);
}

/** A quotation has the words of someone else; an alert only looks like one. */
function isLeftAlone(node: Nodes, source: string): boolean {
  switch (node.type) {
    case 'blockquote':
      return !/^>\s*\[!\w+\]/.test(source.slice(node.position?.start.offset).slice(0, 40));
    case 'link': {
      const [child, ...more] = node.children;
      return more.length === 0 && child?.type === 'text' && node.url.endsWith(child.value);
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.some((attribute) => 'name' in attribute && attribute.name === 'lang');
    default:
      return false;
  }
}

/** An alternative text as typed; nothing where it is typed otherwise than it is read. */
function alternativeOf(image: Image, source: string): Range {
  const start = rangeOf(image).start + 2;
  const alt = image.alt ?? '';
  return { start, end: source.startsWith(alt, start) ? start + alt.length : start };
}

function quotationsIn({ start, end }: Range, source: string): Range[] {
  return [...source.slice(start, end).matchAll(QUOTATION)].map(({ 0: text, index }) => ({
    start: start + index,
    end: start + index + text.length,
  }));
}

function wordsIn({ start, end }: Range, source: string): ProseWord[] {
  return [...source.slice(start, end).matchAll(CHUNK)]
    .filter(({ 0: chunk }) => !NO_PROSE.test(chunk))
    .flatMap(({ 0: chunk, index }) => {
      const at = start + index;
      return [...chunk.matchAll(WORD)].map((match) => ({ word: match[0], at: at + match.index }));
    })
    .filter(({ word, at }) => LATIN.test(word) && !CAPITAL_INSIDE.test(word) && isWhole(word, at, source));
}

/** Whether a word does not go on beyond a sign of emphasis, as in `un**believ**able`. */
function isWhole(word: string, at: number, source: string): boolean {
  const before = source.slice(Math.max(0, at - 4), at);
  const after = source.slice(at + word.length, at + word.length + 4);
  return !/\p{L}[*_~]+$/u.test(before) && !/^[*_~]+\p{L}/u.test(after);
}

/** The words outside of some stretches, both in the order of the text. */
function outside(stretches: readonly Range[], words: readonly ProseWord[]): ProseWord[] {
  let next = 0;
  return words.filter(({ at }) => {
    while ((stretches[next]?.end ?? Infinity) <= at) next++;
    return at < (stretches[next]?.start ?? Infinity);
  });
}
