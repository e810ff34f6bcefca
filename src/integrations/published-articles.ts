import { publish, type PublishedArticle } from '../series/published.ts';
import type { RenderingProject } from './article-rendering.ts';
import { readHistory } from './history.ts';

/** The articles that a run of Astro shows, made once of what was read last. */
export class PublishedArticles {
  readonly #project: RenderingProject;
  #known:
    { readonly state: RenderingProject['state']; readonly articles: readonly PublishedArticle[] } | undefined;

  constructor(project: RenderingProject) {
    this.#project = project;
  }

  get all(): readonly PublishedArticle[] {
    const { root, state, drafts } = this.#project;
    if (this.#known?.state !== state) {
      const { project, problems } = state;
      this.#known = { state, articles: publish(project, { drafts, history: readHistory(root), problems }) };
    }
    return this.#known.articles;
  }
}
