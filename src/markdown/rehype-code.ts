import rehypeShikiFromHighlighter, { type RehypeShikiCoreOptions } from '@shikijs/rehype/core';
import type { Root } from 'hast';
import {
  type CodeToHastOptions,
  createHighlighter,
  createJavaScriptRegexEngine,
  type Highlighter,
} from 'shiki';
import type { Plugin } from 'unified';
import { codeBlock, codeNotations } from './code-block.ts';
import { rolesAsClasses, syntaxTheme } from './syntax-theme.ts';

const OPTIONS: RehypeShikiCoreOptions = {
  theme: syntaxTheme,
  lazy: true,
  defaultLanguage: 'text',
  fallbackLanguage: 'text',
  mergeSameStyleTokens: true,
  // With a limit, a busy machine would leave the rest of a line without its colours.
  tokenizeTimeLimit: 0,
  // In characters: what is longer is data or minified, and a word of 20,000 would take half a minute.
  tokenizeMaxLineLength: 2000,
  // Notations are looked for in the elements around plain text, which `rolesAsClasses` takes away.
  transformers: [...codeNotations, rolesAsClasses, codeBlock],
};

/** Gives code its colours, as classes, and makes blocks of it. */
export const rehypeCode: Plugin<[], Root> = function () {
  return async (tree) => {
    highlighters ??= new Highlighters(await highlighterOf());
    const transform = rehypeShikiFromHighlighter(highlighters as unknown as Highlighter, OPTIONS) as (
      tree: Root,
    ) => unknown;
    await transform(tree);
  };
};

/**
 * A highlighter for each language: one for all would give the code in a Markdown block its colours only
 * where its language was met before, so that a page would depend on those rendered before it. It has what
 * @shikijs/rehype asks of a highlighter.
 */
class Highlighters {
  readonly #plain: Highlighter;
  readonly #loading = new Map<string, Promise<Highlighter>>();
  readonly #loaded = new Map<string, Highlighter>();

  constructor(plain: Highlighter) {
    this.#plain = plain;
  }

  getLoadedLanguages(): string[] {
    return [...this.#loaded.keys()];
  }

  async loadLanguage(language: string): Promise<void> {
    const loading = this.#loading.get(language) ?? highlighterOf(language);
    this.#loading.set(language, loading);
    this.#loaded.set(language, await loading);
  }

  codeToHast(code: string, options: CodeToHastOptions & { readonly lang: string }): Root {
    return (this.#loaded.get(options.lang) ?? this.#plain).codeToHast(code, options);
  }
}

let highlighters: Highlighters | undefined;

/**
 * Grammars are read as JavaScript's own regular expressions: they take a third less time than Oniguruma in
 * WebAssembly, and end on lines of hundreds of brackets, on which that does not. A pattern that they
 * cannot express is passed over; of the grammars there are, only that of AutoHotkey 2 has one.
 */
function highlighterOf(language?: string): Promise<Highlighter> {
  return createHighlighter({
    themes: [syntaxTheme],
    langs: language === undefined ? [] : [language],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    // Many languages are not a mistake here.
    warnings: false,
  });
}
