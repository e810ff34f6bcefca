import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { codeBlock, type CodeSource } from './code-block.ts';
import { PLAIN_TEXT } from './code-colours.ts';
import { slugOf } from './surroundings.ts';
import { PASS_BY } from './walk.ts';
import { walkHtml } from './walk-html.ts';

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
    const colour = colouredBlocks ? writer(slugOf(file), colouredBlocks) : { block: codeBlock };
    for (const { pre, parent, code } of blocks) {
      const made = await colour.block(sourceOf(code));
      parent.children.splice(parent.children.indexOf(pre), 1, made);
    }
    colour.end?.();
  };
};

function sourceOf(code: Element): CodeSource {
  return {
    language: languageOf(code),
    text: toString(code).replace(/\n$/, ''),
    info: String(code.properties['metastring'] ?? ''),
  };
}

interface Colouring {
  readonly block: (source: CodeSource) => Promise<ElementContent>;
  readonly end?: () => void;
}

/** Gives blocks as they were written before, and keeps those that are written now. */
function writer(slug: string, { find, keep }: NonNullable<CodeOptions['colouredBlocks']>): Colouring {
  const known = find(slug);
  const written = new Map<string, string>();
  return {
    block: async (source) => {
      const key = JSON.stringify([source.language, source.info, source.text]);
      const html = written.get(key) ?? known?.get(key) ?? toHtml(await codeBlock(source));
      written.set(key, html);
      return { type: 'raw', value: html };
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
  return named?.slice('language-'.length) || PLAIN_TEXT;
}
