import rehypeShiki, { type RehypeShikiOptions } from '@shikijs/rehype';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeAutolinkHeadings, { type Options as PermalinkOptions } from 'rehype-autolink-headings';
import rehypeRaw, { type Options as RawOptions } from 'rehype-raw';
import rehypeSlug from 'rehype-slug';
import { remarkDefinitionList } from 'remark-definition-list';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import { rehypePictures, type PictureOptions } from './rehype-pictures.ts';
import { rehypeScrollBoxes } from './rehype-scroll-boxes.ts';
import { rehypeTaskItems } from './rehype-task-items.ts';
import { rehypeTitle } from './rehype-title.ts';
import { remarkAlerts } from './remark-alerts.ts';
import { remarkCaptions } from './remark-captions.ts';
import { remarkCodeLanguage } from './remark-code-language.ts';
import { remarkDefinitionTerms } from './remark-definition-terms.ts';
import { remarkReferences } from './remark-references.ts';
import { rolesAsClasses, syntaxTheme } from './syntax-theme.ts';

/** From Markdown as typed to Markdown whose addresses are those of the site. */
export function remarkPlugins({ project, base }: PictureOptions): PluggableList {
  return [
    remarkGfm,
    remarkDefinitionList,
    remarkAlerts,
    remarkCodeLanguage,
    [remarkReferences, { project, base }],
    remarkCaptions,
    remarkDefinitionTerms,
  ];
}

/** From the first HTML to that of the page; the order matters. */
export function rehypePlugins(options: PictureOptions): PluggableList {
  return [
    // Raw HTML becomes elements first, so that all that follows applies to it, too.
    [rehypeRaw, MDX_NODES],
    [rehypeShiki, CODE],
    // Anchors are given while the title is there, as code hosts count it among the headings.
    rehypeSlug,
    rehypeTitle,
    [rehypeAutolinkHeadings, PERMALINKS],
    [rehypePictures, options],
    rehypeScrollBoxes,
    rehypeTaskItems,
  ];
}

const MDX_NODES: RawOptions = {
  passThrough: [
    'mdxjsEsm',
    'mdxFlowExpression',
    'mdxTextExpression',
    'mdxJsxFlowElement',
    'mdxJsxTextElement',
  ],
};

const CODE: RehypeShikiOptions = {
  theme: syntaxTheme,
  langs: [],
  lazy: true,
  defaultLanguage: 'text',
  fallbackLanguage: 'text',
  mergeSameStyleTokens: true,
  // Else what a line looks like depends on how busy the machine was.
  tokenizeTimeLimit: 0,
  transformers: [rolesAsClasses],
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
