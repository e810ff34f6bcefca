import {
  transformerNotationDiff,
  transformerNotationFocus,
  transformerNotationHighlight,
} from '@shikijs/transformers';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { bundledLanguagesInfo, type ShikiTransformer } from 'shiki';
import { readCodeInfo } from './code-info.ts';

/** Takes comments such as `// [!code ++]` out of the code, and gives their lines a class. */
export const codeNotations: readonly ShikiTransformer[] = [
  transformerNotationHighlight({ classActiveLine: 'line-marked', classActivePre: '' }),
  transformerNotationFocus({ classActiveLine: 'line-focused', classActivePre: '' }),
  transformerNotationDiff({
    classLineAdd: 'line-added',
    classLineRemove: 'line-removed',
    classActivePre: '',
  }),
];

const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map(
  bundledLanguagesInfo.flatMap(({ id, name, aliases = [] }) => [id, ...aliases].map((as) => [as, name])),
);

/**
 * Makes of each piece of code a block that has the title, the language, and a place for the copy
 * button above the code. What the block's info string asks for becomes classes and attributes.
 */
export const codeBlock: ShikiTransformer = {
  name: 'code-block',
  line(node, number) {
    if (infoOf(this).marked.has(number)) this.addClassToHast(node, 'line-marked');
  },
  code(node) {
    const { firstNumber } = infoOf(this);
    const lines = node.children.filter((child) => child.type === 'element');
    for (const line of lines) trimEnd(line);
    if (firstNumber !== undefined) numberLines(lines, firstNumber);
  },
  pre(node) {
    const { title = nameOf(this), firstNumber, wraps } = infoOf(this);
    if (firstNumber !== undefined) {
      const isWide = firstNumber + this.lines.length > 1000;
      this.addClassToHast(node, isWide ? 'code-numbered code-numbered-wide' : 'code-numbered');
    }
    if (wraps) {
      this.addClassToHast(node, 'code-wrapped');
      // Nothing scrolls, so the keyboard need not come here.
      delete node.properties['tabindex'];
    } else Object.assign(node.properties, { role: 'group', 'aria-label': title });
  },
  root(root) {
    const { title } = infoOf(this);
    const language = languageOf(this);
    root.children = [
      h(title === undefined ? 'div.code-block' : 'figure.code-block', [
        title === undefined ? null : h('figcaption.code-title', title),
        language === undefined ? null : h('span.code-language', language),
        h('code-copy'),
        this.pre,
      ]),
    ];
  },
};

type Context = ThisParameterType<NonNullable<ShikiTransformer['pre']>>;

function infoOf({ options, source }: Context): ReturnType<typeof readCodeInfo> {
  return readCodeInfo(String(options.meta?.__raw ?? ''), source.split('\n').length);
}

function languageOf({ options }: Context): string | undefined {
  return LANGUAGE_NAMES.get(options.lang);
}

/** What a screen reader calls code without a title, when the keyboard comes to the box that it scrolls in. */
function nameOf(context: Context): string {
  const language = languageOf(context);
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
