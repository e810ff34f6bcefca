import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { evaluate } from '@mdx-js/mdx';
import type { Nodes, Properties, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h, type Child } from 'hastscript';
import { VFile } from 'vfile';
import { rehypePlugins, remarkPlugins } from '../../src/markdown/plugins.ts';
import { type ProjectSurroundings, slugOf, surroundingsIn } from '../../src/markdown/surroundings.ts';
import type { RenderedArticle } from '../../src/series/rendered-article.ts';
import { projectOf, type ProjectFiles } from './articles.ts';

export interface RenderOptions {
  readonly base?: string;
  readonly project?: ProjectFiles;
  readonly sourcesOf?: ProjectSurroundings['sourcesOf'];
  readonly frontmatter?: Readonly<Record<string, unknown>>;
}

export interface Rendered {
  readonly html: string;
  /** What plugins hand on to the layout. */
  readonly frontmatter: Readonly<Record<string, unknown>>;
}

/** Renders a text as the article `llm1` of a project, as Astro does. */
export async function render(
  text: string,
  format: 'md' | 'mdx',
  options: RenderOptions = {},
): Promise<Rendered> {
  const articles = { [`llm1.${format}`]: text, ...options.project?.articles };
  const project = projectOf({ ...options.project, articles });
  const surroundingsOf = surroundingsIn(project, {
    base: options.base ?? '/',
    sourcesOf: options.sourcesOf ?? (() => []),
  });
  const pluginOptions = { surroundingsOf: (file: VFile) => surroundingsOf(slugOf(file)) };
  const plugins = {
    remarkPlugins: remarkPlugins(pluginOptions),
    rehypePlugins: rehypePlugins(pluginOptions),
  };
  const frontmatter = { ...options.frontmatter };
  return format === 'md' ? renderMarkdown(text, plugins, frontmatter) : renderMdx(text, plugins, frontmatter);
}

type Plugins = Readonly<Record<'remarkPlugins' | 'rehypePlugins', ReturnType<typeof remarkPlugins>>>;

async function renderMarkdown(
  text: string,
  plugins: Plugins,
  frontmatter: Record<string, unknown>,
): Promise<Rendered> {
  const processor = await createMarkdownProcessor({
    ...plugins,
    gfm: false,
    smartypants: false,
    syntaxHighlight: false,
  } as Parameters<typeof createMarkdownProcessor>[0]);
  const fileURL = new URL('file:///site/articles/llm1.md');
  const { code, metadata } = await processor.render(text, { fileURL, frontmatter } as never);
  return { html: code, frontmatter: metadata.frontmatter };
}

const Fragment = Symbol('Fragment');

interface Props {
  readonly children?: Child;
  readonly [name: string]: unknown;
}

/** Makes syntax trees of the JSX that MDX compiles to. */
function jsx(type: unknown, { children, ...properties }: Props): unknown {
  if (typeof type === 'function') return (type as (props: Props) => unknown)({ children, ...properties });
  return type === Fragment ? h(null, children) : h(type as string, properties as Properties, children);
}

const runtime = { Fragment, jsx, jsxs: jsx };

async function renderMdx(
  text: string,
  plugins: Plugins,
  frontmatter: Record<string, unknown>,
): Promise<Rendered> {
  const file = new VFile({
    path: '/site/articles/llm1.mdx',
    value: text,
    data: { astro: { frontmatter } },
  });
  const module = await evaluate(file, {
    ...runtime,
    ...plugins,
    format: 'mdx',
    elementAttributeNameCase: 'html',
  } as unknown as Parameters<typeof evaluate>[1]);
  const tree = module.default({}) as unknown as Root;
  return { html: toHtml(tree), frontmatter };
}

/** An article of which a part is compiled, with all else in its gaps: the HTML that a page shows. */
export async function renderFrame({ frame, nodes }: RenderedArticle): Promise<string> {
  // There is no module of gaps here: they are filled as components that an article has without an import.
  const children = (frame as Root).children.slice(1);
  const module = await evaluate('', {
    ...runtime,
    rehypePlugins: [() => () => ({ type: 'root', children })],
  } as unknown as Parameters<typeof evaluate>[1]);
  const $Html = ({ gap }: Props) => ({ type: 'raw', value: nodes[Number(gap)] });
  const tree = module.default({ components: { $Html } } as never) as unknown as Nodes;
  return toHtml(tree, { allowDangerousHtml: true });
}
