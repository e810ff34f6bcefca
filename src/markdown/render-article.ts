import type { Root as Hast } from 'hast';
import type { Root } from 'mdast';
import remarkRehype, { type Options as RemarkRehypeOptions } from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import type { ArticleName } from '../series/article-name.ts';
import type { RenderedArticle, RenderedTitle } from '../series/rendered-article.ts';
import { frameOf } from './article-frame.ts';
import { markdownCopyOf } from './copy/markdown-copy.ts';
import { readFrontMatterSource } from './front-matter-source.ts';
import { needsJavaScript } from './needs-javascript.ts';
import { parseBody } from './parse.ts';
import { MDX_NODES, rehypePlugins, remarkPlugins, type RenderingOptions } from './plugins.ts';
import type { ParsedText } from './read-article.ts';
import { remarkUnravel } from './remark-unravel.ts';
import type { CodeOptions } from './rehype-code.ts';
import { rehypeRawHtml } from './rehype-raw-html.ts';
import { renderedHeadings } from './rendered-headings.ts';
import { renderedNodes } from './rendered-nodes.ts';
import type { Surroundings } from './surroundings.ts';

export interface ArticleSource {
  readonly name: ArticleName;
  readonly text: string;
}

declare module 'vfile' {
  interface DataMap {
    /** Those that the article is rendered in. */
    surroundings: Surroundings;
  }
}

/**
 * Renders an article in its surroundings, and takes apart what the bundler has to compile of it; undefined where
 * that is all of it (`frameOf`). What is parsed already is used, and changed.
 */
export type RenderArticle = (
  article: ArticleSource,
  surroundings: Surroundings,
  parsed?: ParsedText,
) => Promise<RenderedArticle | undefined>;

/** Renders articles without Astro and without a bundler, as it does with both. */
export function articleRenderer(code: CodeOptions = {}): RenderArticle {
  const options = { ...code, surroundingsOf };
  const processors = { md: processor(options, 'md'), mdx: processor(options, 'mdx') };
  return async ({ name: { file, slug, format }, text }, surroundings, known) => {
    const { front, tree } = known ?? parsed(text, format);
    if (!tree) return undefined;
    const isComputed = needsJavaScript(tree);
    // First, since rendering changes the tree.
    const markdown = markdownCopyOf(tree, front, { format, rewrite: surroundings.absoluteAddressOf });
    const frontmatter = front.values.title === undefined ? {} : { title: front.values.title };
    const data = { astro: { frontmatter }, surroundings };
    const vfile = new VFile({ path: file, value: front.body, data });
    const html = await processors[format].run(tree, vfile);
    const { titleHtml = '', titleId = '' } = frontmatter as Partial<RenderedTitle>;
    const article = isComputed ? frameOf(html, slug) : { nodes: renderedNodes(html) };
    return article && { ...article, headings: renderedHeadings(html), titleHtml, titleId, markdown };
  };
}

function surroundingsOf({ path, data: { surroundings } }: VFile): Surroundings {
  if (!surroundings) throw new Error(`\`${path}\` is rendered in no surroundings.`);
  return surroundings;
}

function parsed(
  text: string,
  format: ArticleName['format'],
): Partial<ParsedText> & Pick<ParsedText, 'front'> {
  const front = readFrontMatterSource(text.replace(/^\uFEFF/, ''));
  const { tree } = parseBody(front.body, format);
  return tree ? { front, tree } : { front };
}

function processor(
  options: RenderingOptions,
  format: ArticleName['format'],
): Processor<undefined, Root, Hast> {
  return unified()
    .use(format === 'mdx' ? [remarkUnravel] : [])
    .use(remarkPlugins(options))
    .use(remarkRehype, { allowDangerousHtml: true, ...MDX_NODES } as RemarkRehypeOptions)
    .use(rehypePlugins(options, rehypeRawHtml))
    .freeze() as unknown as Processor<undefined, Root, Hast>;
}
