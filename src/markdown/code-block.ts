import type { Element } from 'hast';
import { h } from 'hastscript';
import { bundledLanguagesInfo } from 'shiki';
import { colouredLines } from './code-colours.ts';
import { readCodeInfo } from './code-info.ts';
import type { CodeWords } from './code-words.ts';

const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map(
  bundledLanguagesInfo.flatMap(({ id, name, aliases = [] }) => [id, ...aliases].map((as) => [as, name])),
);

/** A piece of code, as an article gives it. */
export interface CodeSource {
  readonly language: string;
  readonly text: string;
  /** The whole info string of the block, as `remarkCodeInfo` hands it on. */
  readonly info: string;
}

/**
 * A block of code: with its title, its language, and a place for the copy button above the code. What its info
 * string asks for becomes classes and attributes.
 */
export async function codeBlock({ language, text, info }: CodeSource): Promise<Element> {
  const { marked, ...words } = readCodeInfo(info, text.split('\n').length);
  const { title, firstNumber } = words;
  const name = LANGUAGE_NAMES.get(language);
  const lines = await colouredLines(language, { text, marked });
  for (const line of lines) trimEnd(line);
  if (firstNumber !== undefined) numberLines(lines, firstNumber);
  // Where nothing scrolls the keyboard need not come.
  const scrolling = { tabIndex: 0, role: 'group', ariaLabel: title ?? nameOf(name) };
  return h(title === undefined ? 'div.code-block' : 'figure.code-block', [
    title === undefined ? null : h('figcaption.code-title', title),
    name === undefined ? null : h('span.code-language', name),
    h('code-copy'),
    h(
      'pre',
      { className: classesOf(words, lines.length), ...(!words.wraps && scrolling) },
      h('code', inLines(lines)),
    ),
  ]);
}

function classesOf({ firstNumber, wraps }: CodeWords, count: number): string[] {
  const numbered = firstNumber === undefined ? [] : ['code-numbered'];
  if (firstNumber !== undefined && firstNumber + count > 1000) numbered.push('code-numbered-wide');
  return ['code', ...numbered, ...(wraps ? ['code-wrapped'] : [])];
}

/** Line breaks stand between the lines, for whoever copies or reads the code without styles. */
function inLines(lines: readonly Element[]): (Element | string)[] {
  return lines.flatMap((line, index) => (index === 0 ? [line] : ['\n', line]));
}

/** What a screen reader calls code without a title, when the keyboard comes to the box that it scrolls in. */
function nameOf(language: string | undefined): string {
  return language === undefined ? 'Code' : `Code in ${language}`;
}

/** Takes away the space that stood between the code of a marked line and its notation. */
function trimEnd(line: Element): void {
  const last = line.children.at(-1);
  if (last?.type === 'text' && isMarked(line)) last.value = last.value.trimEnd();
}

/**
 * Numbers stand in attributes: a counter could begin elsewhere than at 1 only with an inline style.
 * A removed line has none, since it is not in the code that the numbers count.
 */
function numberLines(lines: readonly Element[], first: number): void {
  const numbered = lines.filter((line) => !isMarked(line, 'removed'));
  for (const [index, line] of numbered.entries()) line.properties['data-line'] = String(first + index);
}

function isMarked({ properties }: Element, as = ''): boolean {
  return String(properties['class']).includes(`line-${as}`);
}
