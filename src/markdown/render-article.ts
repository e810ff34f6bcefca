import type { Root as Hast } from 'hast';
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype, { type Options as RemarkRehypeOptions } from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import type { ArticleName } from '../series/article-name.ts';
import type { RenderedArticle, RenderedTitle } from '../series/rendered-article.ts';
import { readFrontMatterSource } from './front-matter-source.ts';
import { needsJavaScript } from './needs-javascript.ts';
import { MDX_NODES, rehypePlugins, remarkPlugins } from './plugins.ts';
import { remarkUnravel } from './remark-unravel.ts';
import { renderedHeadings } from './rendered-headings.ts';
import { renderedNodes } from './rendered-nodes.ts';
import type { SurroundingsOptions } from './surroundings.ts';

export interface ArticleSource {
  readonly name: ArticleName;
  readonly text: string;
}

/** Renders an article; undefined where it needs JavaScript, which the bundler has to compile. */
export type RenderArticle = (article: ArticleSource) => Promise<RenderedArticle | undefined>;

/** Renders articles without Astro and without a bundler, as it does with both. */
export function articleRenderer(options: SurroundingsOptions): RenderArticle {
  const md = processor(options, 'md');
  const mdx = processor(options, 'mdx');
  return async ({ name, text }) => {
    const { body, values } = readFrontMatterSource(text);
    const frontmatter = values.title === undefined ? {} : { title: values.title };
    const data = { astro: { frontmatter } };
    const file = new VFile({ path: name.file, value: body, data });
    const { parse, run } = name.format === 'md' ? md : mdx;
    const tree = parse(file);
    if (needsJavaScript(tree)) return undefined;
    const html = await run(tree, file);
    const { titleHtml = '', titleId = '' } = frontmatter as Partial<RenderedTitle>;
    return { nodes: renderedNodes(html), headings: renderedHeadings(html), titleHtml, titleId };
  };
}

interface ArticleProcessor {
  readonly parse: (file: VFile) => Root;
  readonly run: (tree: Root, file: VFile) => Promise<Hast>;
}

function processor(options: SurroundingsOptions, format: ArticleName['format']): ArticleProcessor {
  const parser = unified().use(remarkParse);
  if (format === 'mdx') parser.use(remarkMdx).use(remarkUnravel);
  const whole = parser
    .use(remarkPlugins(options))
    .use(remarkRehype, { allowDangerousHtml: true, ...MDX_NODES } as RemarkRehypeOptions)
    .use(rehypePlugins(options))
    .freeze() as unknown as Processor<Root, Root, Hast>;
  return { parse: (file) => whole.parse(file), run: (tree, file) => whole.run(tree, file) };
}
