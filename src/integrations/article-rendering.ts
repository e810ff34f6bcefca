import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { surroundingsIn, type Surroundings } from '../markdown/surroundings.ts';
import type { Keep } from '../outputs/output.ts';
import type { Picture, Project } from '../series/article.ts';
import type { ArticleName } from '../series/article-name.ts';
import { picturesNamed } from '../series/pictures-named.ts';
import type { RenderedArticle } from '../series/rendered-article.ts';
import { keptMarkdown } from './kept-markdown.ts';
import { type PictureCopies, sourcesOf } from './pictures.ts';
import type { ProjectState } from './project-reader.ts';
import { ArticleReader } from './article-reader.ts';
import { isWorthThreads, readAhead } from './reading-ahead.ts';
import { RenderedArticles } from './rendered-articles.ts';

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
  readonly #cache: string;
  readonly #read: ArticleReader;
  readonly #rendered: RenderedArticles;
  #copies: PictureCopies = new Map();
  #known:
    { readonly state: ProjectState; readonly surroundingsOf: (slug: string) => Surroundings } | undefined;

  constructor(project: RenderingProject, cache: string) {
    this.#project = project;
    this.#cache = cache;
    this.#read = new ArticleReader(cache);
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

  /** The text of an article as its author typed it; empty where there is none. */
  source(slug: string): string {
    const file = this.#project.state.project.bySlug.get(slug)?.file;
    return file === undefined ? '' : readFileSync(join(this.#project.root, file), 'utf8');
  }

  /** An article as plain Markdown; empty where there is none. */
  async markdown(slug: string, keep: Keep): Promise<string> {
    const { project } = this.#project.state;
    const article = project.bySlug.get(slug);
    if (!article) return '';
    const rendered = await this.render(slug);
    return rendered?.markdown ?? keptMarkdown({ article, text: this.source(slug) }, project, keep);
  }

  async render(slug: string): Promise<RenderedArticle | undefined> {
    const name = this.#project.state.project.bySlug.get(slug);
    return name && this.#rendered.of({ name, text: this.source(slug) });
  }

  /** What the bundler is given it publishes, to the pictures that an article imports: so no draft in a build. */
  isCompiled(slug: string): boolean {
    const { state, drafts } = this.#project;
    const article = state.project.bySlug.get(slug);
    return article !== undefined && article.needsJavaScript && (drafts || !article.draft);
  }

  /**
   * Reads and renders what a build will ask for, where much of it is not kept, in a project of which only
   * the names are known. An error is left to who asks.
   */
  async ahead(
    outline: Project,
    copiesOf: (pictures: readonly Picture[]) => Promise<PictureCopies>,
  ): Promise<void> {
    const { root, base } = this.#project;
    const files = outline.articles.map((name) => ({ name, bytes: readFileSync(join(root, name.file)) }));
    const articles = files.map(({ name, bytes }) => ({ name, bytes, text: bytes.toString() }));
    const missing = articles.filter((one) => !this.#read.isKept(one) || !this.#rendered.isKept(one));
    if (!isWorthThreads(missing.length)) return;
    const texts = missing.map(({ text }) => text);
    const copies = await copiesOf(picturesNamed(outline.pictures.values(), texts));
    await readAhead({
      root,
      articles: missing.map(({ name }) => nameOf(name)),
      project: outline,
      base,
      sources: new Map([...copies].map(([path, some]) => [path, sourcesOf(some, base)])),
      cache: this.#cache,
    });
  }

  /** From here on, articles are rendered with these copies of pictures. */
  use(copies: PictureCopies): void {
    this.#copies = copies;
    this.#known = undefined;
  }

  /** Forgets what nobody has asked for since long. */
  prune(): void {
    this.#rendered.prune();
  }
}

function nameOf({ file, slug, format, member }: ArticleName): ArticleName {
  return { file, slug, format, ...(member && { member }) };
}
