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
type Colouring = (code: MarkedCode) => Element[];

/** The lines of code, with their colours; an unknown language is plain text. */
export async function colouredLines(language: string, code: MarkedCode): Promise<Element[]> {
  const colouring = await colouringFor(language);
  return colouring(code);
}

const colourings = new Map<string, Promise<Colouring>>();

function colouringFor(language: string): Promise<Colouring> {
  const known = colourings.get(language) ?? colouringOf(language).catch(() => colouringFor(PLAIN_TEXT));
  colourings.set(language, known);
  return known;
}

async function colouringOf(language: string): Promise<Colouring> {
  if (isPlainLang(language)) return (code) => elementsOf(plainLines(code.text), code);
  const highlighter = await highlighterOf(language);
  const withNotations: Colouring = (code) => linesWithNotations(highlighter, language, code);
  // `ansi` is no grammar.
  if (isSpecialLang(language)) return withNotations;
  const { colorMap } = highlighter.setTheme(syntaxTheme);
  const reader = new CodeReader(highlighter.getLanguage(language), colorMap.map(classOf));
  return (code) => (mayHaveNotations(code) ? withNotations(code) : elementsOf(reader.read(code.text), code));
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
