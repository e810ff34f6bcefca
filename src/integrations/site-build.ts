import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import { mayNeedJavaScript } from '../markdown/may-need-javascript.ts';
import { socialCards } from '../outputs/social-card/card.ts';
import { shareImages } from '../outputs/social-card/share-image.ts';
import type { Shown } from '../rendering.ts';
import { parseArticleName } from '../series/article-name.ts';
import type { Books } from '../series/books.ts';
import { picturesUsed } from '../series/pictures-used.ts';
import { redirectsOf } from '../series/redirects.ts';
import type { RenderedArticle } from '../series/rendered-article.ts';
import { site } from '../site.ts';
import { articlePages } from './article-pages.ts';
import type { ArticleRendering, RenderingProject } from './article-rendering.ts';
import { BuildPictures } from './build-pictures.ts';
import { cardImages, nameCards, type NamedCards, publishCards } from './cards.ts';
import { drawAhead } from './drawing-ahead.ts';
import { endAtProblems } from './end-build.ts';
import { type BuildPlace, type Finisher, finisherFor } from './finisher.ts';
import type { Keeper } from './keeper.ts';
import type { OutputFolder } from './output-folder.ts';
import type { PublishedArticles } from './published-articles.ts';
import { readRoom } from './room.ts';
import type { SeriesOptions } from './series-options.ts';

export interface SiteBuildOptions {
  readonly place: BuildPlace;
  readonly project: RenderingProject;
  readonly rendering: ArticleRendering;
  readonly published: PublishedArticles;
  readonly keeper: Keeper;
  readonly books: Books;
  readonly print: SeriesOptions['print'];
}

interface Reading {
  /** Whether Astro bundles meanwhile. */
  readonly isEarly: boolean;
  readonly logger: AstroIntegrationLogger;
}

/** A build of a site in the process of Astro: what its pages are made of, and who finishes them. */
export class SiteBuild {
  readonly folder: OutputFolder;
  /** Whether the bundler has to compile articles; known when it begins. */
  compiles = false;
  /** What pages show, once all articles are read and checked. The process ends where there are problems. */
  readonly shown: Promise<Shown>;
  readonly #options: SiteBuildOptions;
  readonly #finisher: Finisher;
  readonly #pictures: BuildPictures;
  #cards: NamedCards = new Map();
  #drawing: Promise<void> | undefined;
  #count = 0;

  /** Resolves once Astro may bundle what pages are made of. */
  static async begin(options: SiteBuildOptions, logger: AstroIntegrationLogger): Promise<SiteBuild> {
    const finisher = await finisherFor(options.print, (text) => logger.info(text));
    const { folder, leavesProcessor } = await finisher.prepare(options.place);
    // Astro need not wait for articles that are read meanwhile, where it has none to compile. With all processors
    // at work, that would save no time, and take more memory.
    const isEarly = leavesProcessor && !mayCompile(options.place.root);
    const build = new SiteBuild(options, finisher, { folder, isEarly, logger });
    if (!isEarly) await build.shown;
    return build;
  }

  private constructor(
    options: SiteBuildOptions,
    finisher: Finisher,
    { folder, ...reading }: Reading & { readonly folder: string },
  ) {
    const { place, keeper } = options;
    this.folder = { path: folder, last: place.output };
    this.#options = options;
    this.#finisher = finisher;
    this.#pictures = new BuildPictures({ originals: join(place.root, 'articleimages'), keep: keeper.keep });
    this.shown = this.#read(reading);
    // What goes wrong is told to those who wait for it.
    this.shown.catch(() => undefined);
  }

  async #read({ isEarly, logger }: Reading): Promise<Shown> {
    await this.#finisher.articles();
    const { project: all, rendering, published, keeper, books } = this.#options;
    const { project, problems } = all.state;
    endAtProblems(problems, logger);
    const compiled = project.articles.find(({ needsJavaScript }) => needsJavaScript);
    if (compiled && isEarly) {
      const hint = 'Write `{/* computed */}` into a line of its own.';
      throw new Error(`That \`${compiled.file}\` needs JavaScript cannot be seen in its lines. ${hint}`);
    }
    this.compiles = compiled !== undefined;
    const copies = this.#pictures.copy(picturesUsed(project, { drafts: false }), this.#finisher.pictures());
    // What is compiled shows its pictures before there are pages.
    if (compiled) rendering.use(await copies);
    this.#cards = nameCards(socialCards(published.all, site));
    this.#drawing = drawAhead(this.#cards.values(), keeper);
    this.#finisher.begin({
      site: { ...site, books },
      articles: published.all,
      redirects: redirectsOf(project),
      asTheyAre: new Set(project.files.values()),
    });
    const images = shareImages(published.all, project.pictures, cardImages(this.#cards));
    return { articles: published.all, books, shareImages: images };
  }

  /** An article as its page shows it; undefined for one that the bundler has compiled. */
  async render(slug: string): Promise<RenderedArticle | undefined> {
    const { rendering, keeper } = this.#options;
    rendering.use(await this.#pictures.publish(this.folder));
    const rendered = await rendering.render(slug);
    this.#finisher.markdown(slug, await rendering.markdown(slug, rendered, keeper.keep));
    return rendered;
  }

  /** How the pages of articles are made. */
  get pages(): ReturnType<typeof articlePages> {
    const { place, project } = this.#options;
    return articlePages(place.address, {
      give: (slug, html) => {
        this.#count += 1;
        this.#finisher.page(slug, html);
      },
      fileOf: (slug) => project.state.project.bySlug.get(slug)?.file ?? slug,
    });
  }

  /** All pages are made: adds what they name, and has a whole site made of them. */
  async finish(logger: AstroIntegrationLogger): Promise<void> {
    const { rendering, keeper } = this.#options;
    // Astro counts only those that it has written.
    logger.info(`Pages of ${this.#count} articles are made.`);
    rendering.prune();
    await this.#drawing;
    await this.#pictures.publish(this.folder);
    for (const warning of await publishCards(this.#cards, this.folder, keeper.keep)) logger.warn(warning);
    keeper.prune();
    await this.#finisher.end();
  }
}

/** Whether any article may need JavaScript. */
function mayCompile(root: string): boolean {
  return readRoom(root, 'articles').files.some((path) => {
    const name = parseArticleName(`articles/${path}`);
    return name?.format === 'mdx' && mayNeedJavaScript(readFileSync(join(root, name.file), 'utf8'));
  });
}
