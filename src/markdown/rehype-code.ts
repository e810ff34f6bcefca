import rehypeShikiFromHighlighter, { type RehypeShikiCoreOptions } from '@shikijs/rehype/core';
import type { Root } from 'hast';
import { createHighlighter, createJavaScriptRegexEngine } from 'shiki';
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
  // Notations are looked for in the elements around plain text, which `rolesAsClasses` takes away.
  transformers: [...codeNotations, rolesAsClasses, codeBlock],
};

let made: ReturnType<typeof createHighlighter> | undefined;

/**
 * Grammars are read as JavaScript's own regular expressions: they take a third less time than Oniguruma in
 * WebAssembly, and none for lines of thousands of brackets on which that never ends. A pattern that they
 * cannot express is passed over; of the grammars there are, only that of AutoHotkey 2 has one.
 */
function highlighter(): ReturnType<typeof createHighlighter> {
  return (made ??= createHighlighter({
    themes: [syntaxTheme],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  }));
}

/** Gives code its colours, as classes, and makes blocks of it. */
export const rehypeCode: Plugin<[], Root> = function () {
  return async (tree) => {
    const transform = rehypeShikiFromHighlighter(await highlighter(), OPTIONS) as (tree: Root) => unknown;
    await transform(tree);
  };
};
