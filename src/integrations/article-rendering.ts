import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { surroundingsIn, type Surroundings } from '../markdown/surroundings.ts';
import type { Keep } from '../outputs/output.ts';
import type { RenderedArticle } from '../series/rendered-article.ts';
import { keptMarkdown } from './kept-markdown.ts';
import { type PictureCopy, sourcesOf } from './pictures.ts';
import type { ProjectState } from './project-reader.ts';
import { RenderedArticles } from './rendered-articles.ts';
import { renderAhead } from './rendering-ahead.ts';

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
  readonly #rendered: RenderedArticles;
  #copies: ReadonlyMap<string, readonly PictureCopy[]> = new Map();
  #known:
    { readonly state: ProjectState; readonly surroundingsOf: (slug: string) => Surroundings } | undefined;
  #end: (() => Promise<void>) | undefined;

  constructor(project: RenderingProject, cache: string) {
    this.#project = project;
    this.#cache = cache;
    this.#rendered = new RenderedArticles(cache, (slug) => this.surroundingsOf(slug));
  }

  surroundingsOf(slug: string): Surroundings {
    const { state, base } = this.#project;
    if (this.#known?.state !== state) {
      const sources = ({ path }: { readonly path: string }) => sourcesOf(this.#copies.get(path) ?? [], base);
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

  /** Begins to render what a build will ask for, with these copies of pictures. */
  begin(copies: ReadonlyMap<string, readonly PictureCopy[]>): void {
    this.#copies = copies;
    this.#known = undefined;
    const { base, state } = this.#project;
    const { project } = state;
    const articles = project.articles
      .filter(({ draft, needsJavaScript }) => !draft && !needsJavaScript)
      .map((name) => ({ name, text: this.source(name.slug) }))
      .filter((article) => this.#rendered.isNew(article));
    const sources = new Map([...copies].map(([path, some]) => [path, sourcesOf(some, base)]));
    this.#end = renderAhead({ articles, project, base, sources, cache: this.#cache });
  }

  /** Ends what was begun: all is rendered. */
  async end(): Promise<void> {
    await this.#end?.();
    this.#rendered.prune();
  }
}
