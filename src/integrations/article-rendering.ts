import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { ArticleSource } from '../markdown/render-article.ts';
import { surroundingsIn, type Surroundings } from '../markdown/surroundings.ts';
import type { Keep } from '../outputs/output.ts';
import type { Picture } from '../series/article.ts';
import { parseArticleName } from '../series/article-name.ts';
import type { RenderedArticle, RenderedNode } from '../series/rendered-article.ts';
import { articleKey } from './article-key.ts';
import { keptMarkdown } from './kept-markdown.ts';
import { type PictureCopies, sourcesOf } from './pictures.ts';
import type { ProjectState } from './project-reader.ts';
import type { Asked } from './questions.ts';
import { type ArticleFrame, type FilledArticle, RenderedArticles } from './rendered-articles.ts';

/** What articles are rendered from. */
export interface RenderingProject {
  readonly root: string;
  readonly base: string;
  readonly state: ProjectState;
  /** Whether drafts are shown. */
  readonly drafts: boolean;
}

/** How the articles of one run of Astro are rendered, in the surroundings that they have just then. */
export class ArticleRendering {
  readonly #project: RenderingProject;
  readonly #rendered: RenderedArticles;
  /** By slug, the `articleKey` of each article whose frame the bundler has. */
  readonly #framed = new Map<string, string | undefined>();
  /** What fills gaps of the page that is being made, by slug: an article may show another one. */
  readonly #filled = new Map<string, Promise<readonly RenderedNode[]>>();
  #copies: PictureCopies = new Map();
  #known:
    { readonly state: ProjectState; readonly surroundingsOf: (slug: string) => Surroundings } | undefined;

  constructor(project: RenderingProject, cache: string) {
    this.#project = project;
    this.#rendered = new RenderedArticles(cache, (slug) => this.surroundingsOf(slug));
  }

  surroundingsOf(slug: string): Surroundings {
    const { state, base } = this.#project;
    if (this.#known?.state !== state) {
      const sources = ({ path }: Picture) => sourcesOf(this.#copies.get(path) ?? [], base);
      this.#known = { state, surroundingsOf: surroundingsIn(state.project, { base, sourcesOf: sources }) };
    }
    return this.#known.surroundingsOf(slug);
  }

  /** An article as its author typed it; undefined where there is none. */
  source(slug: string): ArticleSource | undefined {
    const { root, state } = this.#project;
    const name = state.project.bySlug.get(slug);
    return name && { name, text: readFileSync(join(root, name.file), 'utf8') };
  }

  /** An article as plain Markdown, of what was rendered of it if anything was; empty where there is none. */
  async markdown(slug: string, rendered: RenderedArticle | undefined, keep: Keep): Promise<string> {
    const { project } = this.#project.state;
    const article = project.bySlug.get(slug);
    if (!article) return '';
    if (rendered) return rendered.markdown;
    const { text = '' } = this.source(slug) ?? {};
    return keptMarkdown({ article, text }, project, keep);
  }

  /** What the bundler has to compile in place of a file; undefined where that is all of the file. */
  async frame(file: string): Promise<ArticleFrame | undefined> {
    const { root } = this.#project;
    const name = parseArticleName(relative(root, resolve(file)).replaceAll('\\', '/'));
    const source = name && this.source(name.slug);
    if (source?.name.file !== name?.file) return undefined;
    const frame = source && (await this.#rendered.frame(source));
    if (frame) this.#framed.set(source.name.slug, articleKey(source.name, source.text));
    return frame;
  }

  /** Undefined for an article that the bundler has to compile as a whole, or that there is not. */
  async render(slug: string): Promise<FilledArticle | undefined> {
    this.#filled.clear();
    const source = this.source(slug);
    const filled = source && (await this.#rendered.of(source));
    const isFramed = filled?.rendered.frame !== undefined && filled.key === this.#framed.get(slug);
    if (isFramed) this.#filled.set(slug, Promise.resolve(filled.rendered.nodes));
    return filled;
  }

  /**
   * What fills the gaps of an article that `frame` was asked for, of the same text though it may have been saved
   * since. Throws where that is not known any more.
   */
  html(slug: string): Promise<readonly RenderedNode[]> {
    const known = this.#filled.get(slug) ?? this.#fill(slug);
    this.#filled.set(slug, known);
    return known;
  }

  async #fill(slug: string): Promise<readonly RenderedNode[]> {
    const source = this.source(slug);
    const key = this.#framed.get(slug);
    const isSame = source && articleKey(source.name, source.text) === key;
    const filled = isSame ? await this.#rendered.of(source) : key && this.#rendered.before(slug, key);
    if (!filled) throw new Error(`\`${slug}\` was saved while its page was made. Build again.`);
    return filled.rendered.nodes;
  }

  /** What the surroundings of an article answer just now to what its rendering has asked. */
  answers(slug: string, asked: readonly Asked[]): readonly unknown[] {
    return this.#rendered.answers(slug, asked);
  }

  /** What was rendered of an article, under its `articleKey`, is in use, though nobody asks for it now. */
  keep(slug: string, key: string): void {
    this.#rendered.use(slug, key);
  }

  /** What the bundler is given it publishes, to the pictures that an article imports: so no draft in a build. */
  isCompiled(slug: string): boolean {
    const { state, drafts } = this.#project;
    const article = state.project.bySlug.get(slug);
    return article !== undefined && article.needsJavaScript && (drafts || !article.draft);
  }

  /** From here on, articles are rendered with these copies of pictures. */
  use(copies: PictureCopies): void {
    if (copies === this.#copies) return;
    this.#copies = copies;
    this.#known = undefined;
  }

  /** Forgets what nobody has asked for since long. */
  prune(): void {
    this.#rendered.prune();
  }
}
