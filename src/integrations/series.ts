import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import type { VFile } from 'vfile';
import { slugOf } from '../markdown/surroundings.ts';
import { shareImages } from '../outputs/social-card/share-image.ts';
import { provideRendering } from '../rendering.ts';
import { articlePage, homePage, listedIn, type Shown } from '../shown.ts';
import { site } from '../site.ts';
import type { articleProcessor } from './article-processor.ts';
import { ArticleRendering } from './article-rendering.ts';
import { compiledArticleModule } from './compiled-article-module.ts';
import { Keeper } from './keeper.ts';
import { projectModule } from './project-module.ts';
import { ProjectReader, type ProjectState } from './project-reader.ts';
import { PublishedArticles } from './published-articles.ts';
import { scriptFiles } from './script-files.ts';
import type { SeriesOptions } from './series-options.ts';
import { SiteBuild } from './site-build.ts';

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
      'astro:server:setup': async ({ server, refreshContent }) => {
        // Loaded where there is a server: a build shall begin soon.
        const { watchProject } = await import('./dev-server.ts');
        if (session) watchProject(server, session, async () => refreshContent?.({}));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (session?.build) setPrerenderer(session.build.pages);
      },
      'astro:build:done': ({ logger }) => session?.build?.finish(logger),
    },
  };
}

/** One run of Astro: its project, and how its articles are rendered. */
class Session {
  readonly base: string;
  /** Whether drafts are shown. */
  readonly drafts: boolean;
  readonly #reader: ProjectReader;
  readonly #rendering: ArticleRendering;
  readonly #published: PublishedArticles = new PublishedArticles(this);
  #build: SiteBuild | undefined;
  #state: ProjectState | undefined;

  static async start(
    { command, config, updateConfig, logger }: HookParameters<'astro:config:setup'>,
    own: SeriesOptions,
  ): Promise<Session> {
    const session = new Session(config, command);
    provideRendering({
      isCompiled: (slug) => session.#build?.compiles !== false && session.#rendering.isCompiled(slug),
      render: async (slug) =>
        session.#build ? session.#build.render(slug) : (await session.#rendering.render(slug))?.rendered,
      html: (slug) => (session.#build ?? session.#rendering).html(slug),
      listed: async () => listedIn(await session.#shown()),
      page: async (slug) => articlePage(await session.#shown(), slug),
      home: async () => homePage(await session.#shown()),
    });
    if (command === 'build') session.#build = await session.#beginBuild(config, own, logger);
    const folder = session.#build?.folder.path;
    const compiles = session.#build?.compiles !== false;
    updateConfig({
      ...(folder !== undefined && { outDir: pathToFileURL(`${folder}/`) }),
      ...(compiles && { markdown: await session.#compiling() }),
      vite: { plugins: [projectModule(session.base), compiledArticleModule(compiles), scriptFiles()] },
    });
    return session;
  }

  private constructor(config: AstroConfig, command: HookParameters<'astro:config:setup'>['command']) {
    this.base = config.base.endsWith('/') ? config.base : `${config.base}/`;
    this.drafts = command === 'dev';
    const cache = fileURLToPath(config.cacheDir);
    this.#rendering = new ArticleRendering(this, cache);
    this.#reader = new ProjectReader(
      fileURLToPath(config.root),
      { origin: config.site ?? '', base: this.base },
      cache,
    );
  }

  /** Loaded only where something is compiled. */
  async #compiling(): Promise<{ syntaxHighlight: false; processor: ReturnType<typeof articleProcessor> }> {
    const module = await import('./article-processor.ts');
    const surroundingsOf = (file: VFile) => this.#rendering.surroundingsOf(slugOf(file));
    const frameOf = (file: string) => this.#rendering.frame(file);
    const pictured = async () => this.#build?.pictured();
    const processor = module.articleProcessor({ surroundingsOf, frameOf, pictured });
    return { syntaxHighlight: false, processor };
  }

  get root(): string {
    return this.#reader.root;
  }

  get build(): SiteBuild | undefined {
    return this.#build;
  }

  /** Read when it is first asked for: a preview of what is built never asks. */
  get state(): ProjectState {
    return (this.#state ??= this.#reader.read());
  }

  /** Reads again what has changed on disk. */
  refresh(): ProjectState {
    return (this.#state = this.#reader.read());
  }

  #beginBuild(
    { site: origin = '', cacheDir, outDir }: AstroConfig,
    { books = site.books, print }: SeriesOptions,
    logger: AstroIntegrationLogger,
  ): Promise<SiteBuild> {
    const keeper = new Keeper(fileURLToPath(cacheDir));
    const output = fileURLToPath(outDir).replace(/[/\\]$/, '');
    const place = {
      root: this.root,
      address: { origin, base: this.base },
      cache: keeper.folder,
      output,
    };
    const [rendering, published] = [this.#rendering, this.#published];
    return SiteBuild.begin({ place, project: this, rendering, published, keeper, books, print }, logger);
  }

  /** The dev server makes neither books nor cards. */
  async #shown(): Promise<Shown> {
    if (this.#build) return this.#build.shown;
    const articles = this.#published.all;
    const images = shareImages(articles, this.state.project.pictures, {});
    return { articles, books: { epub: false, pdf: false }, shareImages: images };
  }
}
