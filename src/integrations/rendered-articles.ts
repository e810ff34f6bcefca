import type { ArticleSource, RenderArticle } from '../markdown/render-article.ts';
import type { ParsedText } from '../markdown/read-article.ts';
import { filledIn } from '../markdown/open-landmarks.ts';
import type { Surroundings } from '../markdown/surroundings.ts';
import type { RenderedArticle, RenderedTitle } from '../series/rendered-article.ts';
import type { CodeOptions, ColouredBlocks } from '../markdown/rehype-code.ts';
import { articleKey, CODE, RENDERED, slugKey } from './article-key.ts';
import { Kept } from './kept.ts';
import { answerTo, type Asked, listening, openAnswer, type Question } from './questions.ts';

/** A rendered article, and all that it was told of its surroundings. */
interface KeptRendering {
  readonly questions: readonly Question[];
  /** Undefined for an article that the bundler has to compile as a whole. */
  readonly rendered: RenderedArticle | undefined;
}

/** An article as its page shows it, and all that it was told for that: other answers make another one. */
export interface FilledArticle {
  readonly rendered: RenderedArticle;
  readonly asked: readonly Asked[];
  /** The `articleKey` of the text. */
  readonly key: string | undefined;
}

/** What the bundler compiles in place of an article, and its title, which is no part of it. */
export type ArticleFrame = RenderedTitle & Required<Pick<RenderedArticle, 'frame'>>;

/**
 * Renders articles, and keeps what was rendered. It is used again for the same text while its
 * surroundings answer as they did: another size of a picture that it shows is another rendering.
 */
export class RenderedArticles {
  readonly #kept: Kept<KeptRendering>;
  readonly #code: Kept<ColouredBlocks>;
  readonly #surroundingsOf: (slug: string) => Surroundings;
  #renderer: Promise<RenderArticle> | undefined;

  constructor(cache: string, surroundingsOf: (slug: string) => Surroundings) {
    this.#kept = new Kept(cache, RENDERED);
    this.#code = new Kept(cache, CODE);
    this.#surroundingsOf = surroundingsOf;
  }

  /** An article as its page shows it; undefined for one that the bundler has to compile as a whole. */
  async of(article: ArticleSource): Promise<FilledArticle | undefined> {
    const { key, ...rendering } = await this.#rendered(article);
    return this.#filled(article.name.slug, key, rendering);
  }

  /** The same of an article whose text was another one then, as it was rendered then, if that is kept. */
  before(slug: string, key: string): FilledArticle | undefined {
    const rendering = this.#kept.find(key);
    return rendering && this.#filled(slug, key, rendering);
  }

  #filled(
    slug: string,
    key: string | undefined,
    { questions, rendered }: KeptRendering,
  ): FilledArticle | undefined {
    if (!rendered) return undefined;
    const { at } = this.#surroundingsOf(slug);
    const left = new Set<string>();
    const nodes = filledIn(rendered.nodes, (address) => {
      left.add(address);
      return at(address);
    });
    const asked = [
      ...questions.map(({ ask, of }) => ({ ask, of }) as Asked),
      ...[...left].map((address): Asked => ({ ask: 'at', of: [address] })),
    ];
    return { rendered: { ...rendered, nodes }, asked, key };
  }

  /** What the bundler has to compile of an article in place of all of it. */
  async frame(article: ArticleSource): Promise<ArticleFrame | undefined> {
    const { rendered: { frame, titleHtml = '', titleId = '' } = {} } = await this.#rendered(article);
    return frame && { frame, titleHtml, titleId };
  }

  /** Renders an article, of which all but what links and pictures leave open is kept. */
  async keep(article: ArticleSource, parsed?: ParsedText): Promise<void> {
    await this.#keep(article, parsed);
  }

  /** What the surroundings of an article answer just now. */
  answers(slug: string, asked: readonly Asked[]): readonly unknown[] {
    const surroundings = this.#surroundingsOf(slug);
    return asked.map((one) => answerTo(surroundings, one));
  }

  /** What is kept of an article is in use, though not all of it may be asked for now. */
  use(slug: string, key: string | undefined): void {
    const code = slugKey(slug);
    if (key !== undefined) this.#kept.use(key);
    if (code !== undefined) this.#code.use(code);
  }

  /** Removes what has not been asked for since long. */
  prune(): void {
    this.#kept.prune();
    this.#code.prune();
  }

  /** A rendering that is right in the present surroundings, with all open that is filled in later. */
  async #rendered(article: ArticleSource): Promise<KeptRendering & Pick<FilledArticle, 'key'>> {
    const { slug } = article.name;
    const key = articleKey(article.name, article.text);
    const known = key === undefined ? undefined : this.#kept.find(key);
    const isRight = known?.questions.every(
      (question) => openAnswer(this.#surroundingsOf(slug), question) === question.answer,
    );
    const rendering = known && isRight ? known : await this.#keep(article);
    this.use(slug, key);
    return { ...rendering, key };
  }

  async #keep(article: ArticleSource, parsed?: ParsedText): Promise<KeptRendering> {
    const render = await (this.#renderer ??= this.#loadRenderer());
    const key = articleKey(article.name, article.text);
    const questions: Question[] = [];
    const surroundings = listening(this.#surroundingsOf(article.name.slug), questions);
    const rendered = await render(article, surroundings, parsed);
    if (key !== undefined) this.#kept.keep(key, { questions, rendered });
    return { questions, rendered };
  }

  /** Where all is kept already, nobody waits until what renders is loaded. */
  async #loadRenderer(): Promise<RenderArticle> {
    const { articleRenderer } = await import('../markdown/render-article.ts');
    return articleRenderer({ colouredBlocks: this.#colouredBlocks });
  }

  get #colouredBlocks(): NonNullable<CodeOptions['colouredBlocks']> {
    return {
      find: (slug) => {
        const key = slugKey(slug);
        return key === undefined ? undefined : this.#code.find(key);
      },
      keep: (slug, blocks) => {
        const key = slugKey(slug);
        if (key !== undefined) this.#code.keep(key, blocks);
      },
    };
  }
}
