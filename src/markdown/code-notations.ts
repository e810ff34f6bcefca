import {
  transformerNotationDiff,
  transformerNotationFocus,
  transformerNotationHighlight,
} from '@shikijs/transformers';
import type { Element, Parents } from 'hast';
import type { Highlighter, ShikiTransformer } from 'shiki';
import { LONGEST_LINE } from './code-lines.ts';
import { rolesAsClasses, syntaxTheme } from './syntax-theme.ts';

/** Code, and which of its lines are marked, from 1. */
export interface MarkedCode {
  readonly text: string;
  readonly marked: ReadonlySet<number>;
}

const OPTIONS = {
  theme: syntaxTheme,
  mergeSameStyleTokens: true,
  tokenizeTimeLimit: 0,
  tokenizeMaxLineLength: LONGEST_LINE,
  // Notations are looked for in the elements around plain text, which `rolesAsClasses` takes away.
  transformers: [
    transformerNotationHighlight({ classActiveLine: 'line-marked', classActivePre: '' }),
    transformerNotationFocus({ classActiveLine: 'line-focused', classActivePre: '' }),
    transformerNotationDiff({
      classLineAdd: 'line-added',
      classLineRemove: 'line-removed',
      classActivePre: '',
    }),
    rolesAsClasses,
  ],
};

/** Whether comments such as `// [!code ++]` may be in code. */
export function mayHaveNotations(code: string): boolean {
  return /\[!code/i.test(code);
}

/**
 * The lines of code as Shiki makes them: notations are taken out, and give their lines a class. Where a line has
 * nothing else, it is taken out as well, but counts among those that may be marked.
 */
export function linesWithNotations(highlighter: Highlighter, lang: string, code: MarkedCode): Element[] {
  const marking: ShikiTransformer = {
    line(element, number) {
      if (code.marked.has(number)) this.addClassToHast(element, 'line-marked');
    },
  };
  const transformers = [marking, ...OPTIONS.transformers];
  const root = highlighter.codeToHast(code.text, { ...OPTIONS, lang, transformers });
  const inCode = elementsIn(root).flatMap(elementsIn);
  return inCode.flatMap(elementsIn);
}

function elementsIn({ children }: Parents): Element[] {
  return [...children].filter((child): child is Element => child.type === 'element');
}
