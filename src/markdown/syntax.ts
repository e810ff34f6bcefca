import type { Root } from 'mdast';
import { type Extension as NodeExtension, fromMarkdown } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import { type PluggableList, unified } from 'unified';

/** What the parser is to know besides plain Markdown. */
export interface Syntax {
  /** Which signs mean something. */
  readonly tokens: readonly Extension[];
  /** What they become in the tree. */
  readonly nodes: readonly NodeExtension[];
}

/** What plugins that extend remark-parse bring for it. */
export function syntaxOf(plugins: PluggableList): Syntax {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = unified().use(plugins).freeze().data();
  return { tokens: micromarkExtensions, nodes: fromMarkdownExtensions.flat() };
}

/** Parses a text as remark-parse does with the same plugins, in their order. */
export function parseWith(syntaxes: readonly Syntax[], text: string): Root {
  return fromMarkdown(text, {
    extensions: syntaxes.flatMap(({ tokens }) => tokens),
    mdastExtensions: syntaxes.flatMap(({ nodes }) => nodes),
  });
}
