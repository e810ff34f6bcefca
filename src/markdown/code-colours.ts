import type { Element } from 'hast';
import {
  createHighlighter,
  createJavaScriptRegexEngine,
  type Highlighter,
  isPlainLang,
  isSpecialLang,
} from 'shiki';
import { type CodeLine, CodeReader, plainLines } from './code-lines.ts';
import { linesWithNotations, type MarkedCode, mayHaveNotations } from './code-notations.ts';
import { classOf, syntaxTheme } from './syntax-theme.ts';

/** The language of code that names none. */
export const PLAIN_TEXT = 'text';

/**
 * Gives code its colours: an element of class `line` for each of its lines, in which pieces have classes such as
 * `code-keyword`.
 */
type LineColouring = (code: MarkedCode) => Element[];

/** The lines of code, with their colours; an unknown language is plain text. */
export async function colouredLines(language: string, code: MarkedCode): Promise<Element[]> {
  const colouring = await colouringFor(language);
  return colouring(code);
}

const colourings = new Map<string, Promise<LineColouring>>();

function colouringFor(language: string): Promise<LineColouring> {
  const known = colourings.get(language) ?? colouringOf(language).catch(() => colouringFor(PLAIN_TEXT));
  colourings.set(language, known);
  return known;
}

async function colouringOf(language: string): Promise<LineColouring> {
  const highlighter = await highlighterOf(language);
  const read = linesBy(highlighter, language);
  return (code) =>
    read && !mayHaveNotations(code.text)
      ? elementsOf(read(code.text), code)
      : linesWithNotations(highlighter, language, code);
}

/** Reads the lines of a language; undefined for `ansi`, which only Shiki itself reads. */
function linesBy(highlighter: Highlighter, language: string): ((code: string) => CodeLine[]) | undefined {
  if (isPlainLang(language)) return plainLines;
  if (isSpecialLang(language)) return undefined;
  const { colorMap } = highlighter.setTheme(syntaxTheme);
  const reader = new CodeReader(highlighter.getLanguage(language), colorMap.map(classOf));
  return (code) => reader.read(code);
}

/**
 * A highlighter for each language: one for all would give the code in a Markdown block its colours only
 * where its language was met before, so that a page would depend on those rendered before it.
 *
 * Grammars are read as JavaScript's own regular expressions: they take a third less time than Oniguruma in
 * WebAssembly, and end on lines of hundreds of brackets, on which that does not. A pattern that they
 * cannot express is passed over; of the grammars there are, only that of AutoHotkey 2 has one.
 */
function highlighterOf(language: string): Promise<Highlighter> {
  return createHighlighter({
    themes: [syntaxTheme],
    langs: isSpecialLang(language) ? [] : [language],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    // Many languages are not a mistake here.
    warnings: false,
  });
}

function elementsOf(lines: readonly CodeLine[], { marked }: MarkedCode): Element[] {
  return lines.map((line, index) => {
    const children = line.map(({ text, className }) => {
      const value = { type: 'text' as const, value: text };
      return className === undefined ? value : spanOf(className, [value]);
    });
    return spanOf(marked.has(index + 1) ? 'line line-marked' : 'line', children);
  });
}

function spanOf(className: string, children: Element['children']): Element {
  return { type: 'element', tagName: 'span', properties: { class: className }, children };
}
