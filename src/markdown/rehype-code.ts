import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { createHighlighter, createJavaScriptRegexEngine, type Highlighter, isSpecialLang } from 'shiki';
import type { Plugin } from 'unified';
import { codeBlock, codeNotations } from './code-block.ts';
import { slugOf } from './surroundings.ts';
import { rolesAsClasses, syntaxTheme } from './syntax-theme.ts';
import { PASS_BY } from './walk.ts';
import { walkHtml } from './walk-html.ts';

const OPTIONS = {
  theme: syntaxTheme,
  mergeSameStyleTokens: true,
  // With a limit, a busy machine would leave the rest of a line without its colours.
  tokenizeTimeLimit: 0,
  // In characters: what is longer is data or minified, and a word of 20,000 would take half a minute.
  tokenizeMaxLineLength: 2000,
  // Notations are looked for in the elements around plain text, which `rolesAsClasses` takes away.
  transformers: [...codeNotations, rolesAsClasses, codeBlock],
};

const PLAIN = 'text';

/** A block of code, and where it stands. */
interface Block {
  readonly pre: Element;
  readonly parent: Parents;
  readonly code: Element;
}

/** The HTML of blocks of code, by what it was made of. */
export type ColouredBlocks = ReadonlyMap<string, string>;

/** Keeps the blocks of an article from one rendering to the next, in which most are as they were. */
export interface CodeOptions {
  readonly colouredBlocks?: {
    readonly find: (slug: string) => ColouredBlocks | undefined;
    readonly keep: (slug: string, blocks: ColouredBlocks) => void;
  };
}

/** Gives code its colours, as classes, and makes blocks of it; where they are kept, as HTML that is written. */
export const rehypeCode: Plugin<[CodeOptions?], Root> = function ({ colouredBlocks } = {}) {
  return async (tree, file) => {
    const blocks = blocksOf(tree);
    if (blocks.length === 0) return;
    const colour = colouredBlocks ? writer(slugOf(file), colouredBlocks) : { block: coloured };
    for (const { pre, parent, code } of blocks) {
      const html = await colour.block(sourceOf(code));
      parent.children.splice(parent.children.indexOf(pre), 1, ...html);
    }
    colour.end?.();
  };
};

/** What the HTML of a block is made of. */
interface Source {
  readonly language: string;
  readonly text: string;
  /** The whole info string of the block, as `remarkCodeInfo` hands it on. */
  readonly info: string;
}

function sourceOf(code: Element): Source {
  return {
    language: languageOf(code),
    text: toString(code).replace(/\n$/, ''),
    info: String(code.properties['metastring'] ?? ''),
  };
}

async function coloured({ language, text, info }: Source): Promise<ElementContent[]> {
  const { highlighter, language: lang } = await highlighterFor(language);
  return highlighter.codeToHast(text, { ...OPTIONS, lang, meta: { __raw: info } }).children as Element[];
}

interface Colouring {
  readonly block: (source: Source) => Promise<ElementContent[]>;
  readonly end?: () => void;
}

/** Gives blocks as they were written before, and keeps those that are written now. */
function writer(slug: string, { find, keep }: NonNullable<CodeOptions['colouredBlocks']>): Colouring {
  const known = find(slug);
  const written = new Map<string, string>();
  return {
    block: async (source) => {
      const key = JSON.stringify([source.language, source.info, source.text]);
      const html = written.get(key) ?? known?.get(key) ?? toHtml(await coloured(source));
      written.set(key, html);
      return [{ type: 'raw', value: html }];
    },
    end: () => {
      if (known?.size !== written.size || [...written.keys()].some((key) => !known.has(key))) {
        keep(slug, written);
      }
    },
  };
}

function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = [];
  walkHtml(tree, (node, ancestors) => {
    if (node.type !== 'element' || node.tagName !== 'pre') return undefined;
    const [code] = node.children;
    const parent = ancestors.at(-1);
    if (parent && isCode(code)) blocks.push({ pre: node, parent, code });
    return PASS_BY;
  });
  return blocks;
}

function isCode(node: Nodes | undefined): node is Element {
  return node?.type === 'element' && node.tagName === 'code';
}

function languageOf({ properties }: Element): string {
  const classes = Array.isArray(properties['className']) ? properties['className'] : [];
  const named = classes.map(String).find((name) => name.startsWith('language-'));
  return named?.slice('language-'.length) || PLAIN;
}

interface Highlighting {
  readonly highlighter: Highlighter;
  readonly language: string;
}

/** By language. */
const highlighters = new Map<string, Promise<Highlighting>>();

/**
 * A highlighter for each language: one for all would give the code in a Markdown block its colours only
 * where its language was met before, so that a page would depend on those rendered before it. An unknown
 * language is plain text.
 */
function highlighterFor(language: string): Promise<Highlighting> {
  const known =
    highlighters.get(language) ??
    highlighterOf(language).then(
      (highlighter) => ({ highlighter, language }),
      () => highlighterFor(PLAIN),
    );
  highlighters.set(language, known);
  return known;
}

/**
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
