import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeAutolinkHeadings, { type Options as PermalinkOptions } from 'rehype-autolink-headings';
import rehypeRaw, { type Options as RawOptions } from 'rehype-raw';
import rehypeSlug from 'rehype-slug';
import { remarkDefinitionList } from 'remark-definition-list';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import type { VFile } from 'vfile';
import { type CodeOptions, rehypeCode } from './rehype-code.ts';
import { rehypeDiagrams } from './rehype-diagrams.ts';
import { rehypeFormulas } from './rehype-formulas.ts';
import { rehypePictures } from './rehype-pictures.ts';
import { rehypePreviews } from './rehype-previews.ts';
import { rehypeScrollBoxes } from './rehype-scroll-boxes.ts';
import { rehypeSidenotes } from './rehype-sidenotes.ts';
import { rehypeTaskItems } from './rehype-task-items.ts';
import { rehypeTitle } from './rehype-title.ts';
import { remarkAlerts } from './remark-alerts.ts';
import { remarkCaptions } from './remark-captions.ts';
import { remarkCodeInfo } from './remark-code-info.ts';
import { remarkDefinitionTerms } from './remark-definition-terms.ts';
import { remarkFormulas } from './remark-formulas.ts';
import { remarkMathSyntax } from './remark-math-syntax.ts';
import { remarkReferences } from './remark-references.ts';
import type { SurroundingsOptions } from './surroundings.ts';

/** Makes elements of raw HTML. */
export type RawPlugin = (options?: RawOptions | null) => (tree: Root, file: VFile) => Root;

/** From Markdown as typed to Markdown whose addresses are those of the site. */
export function remarkPlugins(options: SurroundingsOptions): PluggableList {
  return [
    remarkGfm,
    remarkDefinitionList,
    remarkMathSyntax,
    remarkAlerts,
    remarkCodeInfo,
    remarkFormulas,
    [remarkReferences, options],
    remarkCaptions,
    remarkDefinitionTerms,
  ];
}

/** What plugins need besides an article. */
export interface RenderingOptions extends SurroundingsOptions, CodeOptions {}

/** From the first HTML to that of the page; the order matters. */
export function rehypePlugins(options: RenderingOptions, raw: RawPlugin = rehypeRaw): PluggableList {
  return [
    // Raw HTML becomes elements first, so that all that follows applies to it, too.
    [raw, MDX_NODES],
    rehypeDiagrams,
    // Anchors are given while the title is there, as code hosts count it among the headings.
    rehypeSlug,
    // A formula is its source to an anchor, and MathML in the title.
    rehypeFormulas,
    rehypeTitle,
    [rehypeAutolinkHeadings, PERMALINKS],
    [rehypePictures, options],
    rehypeScrollBoxes,
    rehypeTaskItems,
    [rehypePreviews, options],
    // Notes stand beside what the others have made.
    rehypeSidenotes,
    // Last: colours are most of a tree's elements, which no other has then to go through.
    [rehypeCode, options],
  ];
}

/** What a tree of MDX has that HTML has not. */
export const MDX_NODES: { readonly passThrough: NonNullable<RawOptions['passThrough']> } = {
  passThrough: [
    'mdxjsEsm',
    'mdxFlowExpression',
    'mdxTextExpression',
    'mdxJsxFlowElement',
    'mdxJsxTextElement',
  ],
};

const PERMALINKS: PermalinkOptions = {
  behavior: 'after',
  // Beside the heading, not in it: its text stays the author's.
  group: (heading: Element) => ({
    type: 'element',
    tagName: 'div',
    properties: { className: ['heading', `heading-${heading.tagName}`] },
    children: [],
  }),
  properties: (heading: Element) => ({
    className: ['permalink'],
    ariaLabel: `Link to “${toString(heading).trim()}”`,
  }),
  content: { type: 'text', value: '#' },
};
