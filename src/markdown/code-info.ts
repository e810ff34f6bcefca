import type { Code } from 'mdast';
import type { Finding } from '../series/problem.ts';
import { type CodeWords, isCodeWord, readWord } from './code-words.ts';
import { readMarkedLines } from './marked-lines.ts';

/** What the line that opens a code block says of it: `python title="attention.py" lines {1,3-5}`. */
export interface CodeInfo extends CodeWords {
  readonly language: string | undefined;
  /** Lines as the author counts them in the article: from 1, whatever number the first one shows. */
  readonly marked: ReadonlySet<number>;
  readonly mistakes: readonly CodeMistake[];
}

export interface CodeMistake {
  /** What is wrong, as it is written. */
  readonly text: string;
  readonly finding: Finding;
}

/** A group, a word that may have a value, or anything else, such as a text between quotes. */
const PIECE =
  /(?<group>\{[^}]*\}?)|(?<name>[^\s={}"']+)(?:=(?<value>"[^"]*"?|'[^']*'?|\{[^}]*\}?|\S*))?|"[^"]*"|'[^']*'|\S/g;

/**
 * Reads the info string of a code block that has so many lines. It may be meant for other tools, as
 * in `rust,ignore`, `js {.class}` and `{r echo=FALSE}`; their words are left alone.
 */
export function readCodeInfo(info: string, lineCount: number): CodeInfo {
  let words: CodeWords = {};
  let language: string | undefined;
  const marked = new Set<number>();
  const mistakes: CodeMistake[] = [];
  for (const { 0: text, index, groups: { group = '', name = '', value } = {} } of info.matchAll(PIECE)) {
    const isFirst = info.slice(0, index).trim() === '';
    const list = readMarkedLines(group, lineCount);
    // Where a language may stand, a word that is only nearly one of ours is a language.
    const word = isFirst && value === undefined && !isCodeWord(name) ? undefined : readWord(name, value);
    const finding = list?.finding ?? (word && 'rule' in word ? word : undefined);
    if (finding) mistakes.push({ text, finding });
    else if (word) words = { ...words, ...word };
    else if (isFirst && !list) language = languageIn(text);
    for (const line of list?.lines ?? []) marked.add(line);
  }
  return { ...words, language, marked, mistakes };
}

/** All that stands after the fence. */
export function infoOf({ lang, meta }: Code): string {
  return [lang, meta].join(' ').trim();
}

/** The language, also where it is written for other tools: `rust,ignore`, `{.python}`. */
function languageIn(word: string): string | undefined {
  return /[\w+#][\w+#.-]*/.exec(word)?.[0];
}
