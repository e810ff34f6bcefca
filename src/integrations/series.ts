import { fileURLToPath, pathToFileURL } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import type { Books } from '../series/books.ts';
import { socialCards } from '../outputs/social-card/card.ts';
import { shareImages } from '../outputs/social-card/share-image.ts';
import { rehypePlugins, remarkPlugins } from '../markdown/plugins.ts';
import { picturesUsed } from '../series/pictures-used.ts';
import { redirectsOf } from '../series/redirects.ts';
import { provideRendering } from '../rendering.ts';
import type { RenderedArticle } from '../series/rendered-article.ts';
import { site } from '../site.ts';
import { articlePages } from './article-pages.ts';
import { ArticleRendering } from './article-rendering.ts';
import { BuildPictures } from './build-pictures.ts';
import { cardImages, nameCards, type NamedCards, publishCards } from './cards.ts';
import { watchProject } from './dev-server.ts';
import { drawAhead } from './drawing-ahead.ts';
import { endAtProblems } from './end-build.ts';
import { type Finisher, finisherFor } from './finisher.ts';
import { Keeper } from './keeper.ts';
import type { OutputFolder } from './output-folder.ts';
import { projectModule, type Shown } from './project-module.ts';
import { PublishedArticles } from './published-articles.ts';
import { ProjectReader, type ProjectState } from './project-reader.ts';
import { scriptFiles } from './script-files.ts';
import type { SeriesOptions } from './series-options.ts';

/**
 * Makes an Astro site of `articles/`: checks them before a build, renders them with the project's
 * Markdown plugins, publishes their pictures, and proves the output before it takes the place of
 * the last one. In the dev server, problems are shown and the server goes on. It stands last among
 * the integrations, since what comes after it would not find the output where Astro wrote it.
 */
export function series(options: SeriesOptions = {}): AstroIntegration {
  let session: Session | undefined;
  return {
    name: 'series',
    hooks: {
      'astro:config:setup': async (parameters) => {
        session = await Session.start(parameters, options);
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        if (session) watchProject(server, session, async () => refreshContent?.({}));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (session) setPrerenderer(session.pages);
      },
      'astro:build:done': ({ logger }) => session?.finish(logger),
    },
  };
}

/** One run of Astro: its project, and what is made of it. */
class Session {
  readonly base: string;
  readonly #reader: ProjectReader;
  readonly #rendering: ArticleRendering;
  readonly #published: PublishedArticles = new PublishedArticles(this);
  readonly #keeper: Keeper;
  readonly #command: HookParameters<'astro:config:setup'>['command'];
  readonly #output: string;
  readonly #origin: string;
  readonly #books: Books;
  readonly #print: SeriesOptions['print'];
  #cards: NamedCards = new Map();
  #drawing: Promise<void> | undefined;
  readonly #pictures: BuildPictures;
  #finisher: Finisher | undefined;
  #folder: OutputFolder = { path: '' };
  #state: ProjectState | undefined;

  static async start(
    { command, config, updateConfig, logger }: HookParameters<'astro:config:setup'>,
    own: SeriesOptions,
  ): Promise<Session> {
    const session = new Session(config, command, own);
    provideRendering({
      isCompiled: (slug) => session.#rendering.isCompiled(slug),
      render: (slug) => session.#render(slug),
    });
    const folder = command === 'build' ? await session.#beforeBuild(logger) : undefined;
    const options = { surroundingsOf: (slug: string) => session.#rendering.surroundingsOf(slug) };
    updateConfig({
      ...(folder !== undefined && { outDir: pathToFileURL(`${folder}/`) }),
      markdown: {
        syntaxHighlight: false,
        processor: unified({
          gfm: false,
          smartypants: false,
          remarkPlugins: remarkPlugins(options),
          rehypePlugins: rehypePlugins(options),
        } as Parameters<typeof unified>[0]),
      },
      vite: { plugins: [projectModule(session.base, () => session.#shown()), scriptFiles()] },
    });
    return session;
  }

  private constructor(
    config: AstroConfig,
    command: HookParameters<'astro:config:setup'>['command'],
    { books = site.books, print }: SeriesOptions,
  ) {
    this.#books = command === 'build' ? books : { epub: false, pdf: false };
    this.#print = print;
    this.base = config.base.endsWith('/') ? config.base : `${config.base}/`;
    const cache = fileURLToPath(config.cacheDir);
    this.#keeper = new Keeper(cache);
    const originals = fileURLToPath(new URL('articleimages', config.root));
    this.#pictures = new BuildPictures({ originals, keep: this.#keeper.keep });
    this.#rendering = new ArticleRendering(this, cache);
    this.#output = fileURLToPath(config.outDir).replace(/[/\\]$/, '');
    this.#origin = config.site ?? '';
    this.#command = command;
    this.#reader = new ProjectReader(
      fileURLToPath(config.root),
      { origin: this.#origin, base: this.base },
      cache,
    );
  }

  get root(): string {
    return this.#reader.root;
  }

  /** Read when it is first asked for: a preview of what is built never asks. */
  get state(): ProjectState {
    return (this.#state ??= this.#reader.read());
  }

  /** Reads again what has changed on disk. */
  refresh(): ProjectState {
    return (this.#state = this.#reader.read());
  }

  /** Gives the folder that pages are written into. */
  async #beforeBuild(logger: AstroIntegrationLogger): Promise<string> {
    this.#finisher = await finisherFor(this.#print, (text) => logger.info(text));
    const address = { origin: this.#origin, base: this.base };
    const place = { root: this.root, address, cache: this.#keeper.folder, output: this.#output };
    const folder = await this.#finisher.prepare(place);
    endAtProblems(this.state.problems, logger);
    const { project } = this.state;
    const copies = this.#pictures.copy(picturesUsed(project, { drafts: false }), this.#finisher.pictures());
    // What is compiled shows its pictures before there are pages.
    if (project.articles.some(({ needsJavaScript }) => needsJavaScript)) this.#rendering.use(await copies);
    this.#cards = nameCards(socialCards(this.#published.all, site));
    this.#drawing = drawAhead(this.#cards.values(), this.#keeper);
    this.#finisher.begin({
      site: { ...site, books: this.#books },
      articles: this.#published.all,
      redirects: redirectsOf(project),
      asTheyAre: new Set(project.files.values()),
    });
    this.#folder = { path: folder, last: this.#output };
    return folder;
  }

  async #render(slug: string): Promise<RenderedArticle | undefined> {
    if (!this.#finisher) return this.#rendering.render(slug);
    this.#rendering.use(await this.#pictures.publish(this.#folder));
    const rendered = await this.#rendering.render(slug);
    this.#finisher.markdown(slug, await this.#rendering.markdown(slug, rendered, this.#keeper.keep));
    return rendered;
  }

  /** How the pages of articles are made in a build. */
  get pages(): ReturnType<typeof articlePages> {
    const address = { origin: this.#origin, base: this.base };
    return articlePages(address, (slug, html) => this.#finisher?.page(slug, html));
  }

  #shown(): Shown {
    const articles = this.#published.all;
    const images = shareImages(articles, this.state.project.pictures, cardImages(this.#cards));
    return { articles, books: this.#books, shareImages: images };
  }

  /** All pages are written: adds what they name, and has a whole site made of them. */
  async finish(logger: AstroIntegrationLogger): Promise<void> {
    this.#rendering.prune();
    await this.#drawing;
    await this.#pictures.publish(this.#folder);
    for (const warning of await publishCards(this.#cards, this.#folder, this.#keeper.keep)) {
      logger.warn(warning);
    }
    this.#keeper.prune();
    await this.#finisher?.end();
  }

  /** Whether drafts are shown. */
  get drafts(): boolean {
    return this.#command === 'dev';
  }
}
