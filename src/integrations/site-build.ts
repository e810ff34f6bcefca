import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import { mayNeedJavaScript } from '../markdown/may-need-javascript.ts';
import { socialCards } from '../outputs/social-card/card.ts';
import { shareImages } from '../outputs/social-card/share-image.ts';
import { parseArticleName } from '../series/article-name.ts';
import type { Books } from '../series/books.ts';
import { picturesUsed } from '../series/pictures-used.ts';
import { redirectsOf } from '../series/redirects.ts';
import type { RenderedArticle, RenderedNode } from '../series/rendered-article.ts';
import type { Shown } from '../shown.ts';
import { site } from '../site.ts';
import { articlePages } from './article-pages.ts';
import type { ArticleRendering, RenderingProject } from './article-rendering.ts';
import { BuildPictures } from './build-pictures.ts';
import { cardImages, nameCards, type NamedCards, publishCards } from './cards.ts';
import { drawAhead } from './drawing-ahead.ts';
import { endAtProblems } from './end-build.ts';
import { type BuildPlace, type Finisher, finisherFor } from './finisher.ts';
import { madeHash } from './finished-key.ts';
import type { Keeper } from './keeper.ts';
import { type MadePage, MadePages } from './made-pages.ts';
import type { RememberedFolder } from './output-folder.ts';
import { pageBundle } from './page-bundle.ts';
import type { PublishedArticles } from './published-articles.ts';
import { PublishedFiles } from './published-files.ts';
import type { FilledArticle } from './rendered-articles.ts';
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
  readonly folder: RememberedFolder;
  /** Whether the bundler has to compile articles; known when it begins. */
  compiles = false;
  /** What pages show, once all articles are read and checked. The process ends where there are problems. */
  readonly shown: Promise<Shown>;
  readonly #options: SiteBuildOptions;
  readonly #finisher: Finisher;
  readonly #pictures: BuildPictures;
  #cards: NamedCards = new Map();
  #drawing: Promise<void> | undefined;
  #made: Promise<MadePages> | undefined;
  /** What pages were rendered from that are being made. */
  readonly #sources = new Map<string, Omit<MadePage, 'made'> & Pick<FilledArticle, 'key'>>();
  readonly #count = { made: 0, kept: 0 };

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
    this.folder = { path: folder, last: place.output, published: new PublishedFiles(keeper, place.output) };
    this.#options = options;
    this.#finisher = finisher;
    this.#pictures = new BuildPictures({ originals: join(place.root, 'articleimages'), keep: keeper.keep });
    this.shown = this.#read(reading);
    // What goes wrong is told to those who wait for it.
    this.shown.catch(() => undefined);
  }

  async #read({ isEarly, logger }: Reading): Promise<Shown> {
    await this.#finisher.articles();
    const { project: all, published, keeper, books } = this.#options;
    const { project, problems } = all.state;
    endAtProblems(problems, logger);
    const compiled = project.articles.find(({ needsJavaScript }) => needsJavaScript);
    if (compiled && isEarly) {
      const hint = 'Write `{/* computed */}` into a line of its own.';
      throw new Error(`That \`${compiled.file}\` needs JavaScript cannot be seen in its lines. ${hint}`);
    }
    this.compiles = compiled !== undefined;
    this.#pictures.copy(picturesUsed(project, { drafts: false }), this.#finisher.pictures());
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

  /** Resolves once articles are rendered with the copies of pictures. */
  async pictured(): Promise<void> {
    this.#options.rendering.use(await this.#pictures.copies);
  }

  /** An article as its page shows it; undefined for one that the bundler has compiled as a whole. */
  async render(slug: string): Promise<RenderedArticle | undefined> {
    const { rendering, keeper } = this.#options;
    rendering.use(await this.#pictures.publish(this.folder));
    const { rendered, asked, key } = (await rendering.render(slug)) ?? {};
    const markdown = await rendering.markdown(slug, rendered, keeper.keep);
    this.#finisher.markdown(slug, markdown);
    if (asked) this.#sources.set(slug, { markdown, asked, key });
    return rendered;
  }

  /** What fills the gaps of an article that the bundler was given in part. */
  async html(slug: string): Promise<readonly RenderedNode[]> {
    const { rendering } = this.#options;
    rendering.use(await this.#pictures.publish(this.folder));
    return rendering.html(slug);
  }

  /** How the pages of articles are made. */
  get pages(): ReturnType<typeof articlePages> {
    const { place, project } = this.#options;
    return articlePages(place.address, {
      give: (slug, make) => this.#give(slug, make),
      fileOf: (slug) => project.state.project.bySlug.get(slug)?.file ?? slug,
    });
  }

  /** Gives the page of an article to be finished, or has it finished as it was before. */
  async #give(slug: string, make: () => Promise<Uint8Array>): Promise<void> {
    const pages = await (this.#made ??= this.#madePages());
    const { known, keep } = pages.of(slug);
    if (known) {
      this.#count.kept += 1;
      this.#finisher.markdown(slug, known.markdown);
      this.#finisher.finishedPage(slug, known.made);
      return;
    }
    const html = await make();
    this.#count.made += 1;
    this.#finisher.page(slug, html);
    const source = this.#sources.get(slug);
    this.#sources.delete(slug);
    if (!source) return;
    const { key, ...page } = source;
    keep({ ...page, made: madeHash(html) }, key);
  }

  async #madePages(): Promise<MadePages> {
    const { rendering, keeper, place } = this.#options;
    rendering.use(await this.#pictures.publish(this.folder));
    const [shown, bundle] = [await this.shown, pageBundle(this.folder.path)];
    const { published } = this.folder;
    return new MadePages({ keeper, published, address: place.address, bundle, shown, rendering });
  }

  /** All pages are made: adds what they name, and has a whole site made of them. */
  async finish(logger: AstroIntegrationLogger): Promise<void> {
    const { rendering, keeper } = this.#options;
    // Astro counts only those that it has written.
    const { made, kept } = this.#count;
    logger.info(`Pages of articles: ${made} made, ${kept} as they were.`);
    rendering.prune();
    await this.#drawing;
    await this.#pictures.publish(this.folder);
    for (const warning of await publishCards(this.#cards, this.folder, keeper.keep)) logger.warn(warning);
    keeper.prune();
    await this.#finisher.end(this.folder.published.made);
  }
}

/** Whether any article may need JavaScript. */
function mayCompile(root: string): boolean {
  return readRoom(root, 'articles').files.some((path) => {
    const name = parseArticleName(`articles/${path}`);
    return name?.format === 'mdx' && mayNeedJavaScript(readFileSync(join(root, name.file), 'utf8'));
  });
}
