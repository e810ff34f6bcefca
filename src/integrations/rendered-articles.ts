import type { ArticleSource, RenderArticle } from '../markdown/render-article.ts';
import type { ParsedText } from '../markdown/read-article.ts';
import { filledIn, openLandmark } from '../markdown/open-landmarks.ts';
import type { Landmark, Surroundings } from '../markdown/surroundings.ts';
import type { RenderedArticle, RenderedTitle } from '../series/rendered-article.ts';
import type { CodeOptions, ColouredBlocks } from '../markdown/rehype-code.ts';
import { articleKey, CODE, RENDERED, slugKey } from './article-key.ts';
import { Kept } from './kept.ts';

/** A rendered article, and all that it was told of its surroundings. */
interface KeptRendering {
  readonly questions: readonly Question[];
  /** Undefined for an article that the bundler has to compile as a whole. */
  readonly rendered: RenderedArticle | undefined;
}

/** What a rendering wanted to know of its surroundings. */
export type Asked = {
  readonly [Ask in keyof Surroundings]: { readonly ask: Ask; readonly of: Parameters<Surroundings[Ask]> };
}[keyof Surroundings];

type Question = Asked & { readonly answer: string };

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
  readonly #asked = new Map<string, Question[]>();
  #renderer: Promise<RenderArticle> | undefined;

  constructor(cache: string, surroundingsOf: (slug: string) => Surroundings) {
    this.#kept = new Kept(cache, RENDERED);
    this.#code = new Kept(cache, CODE);
    this.#surroundingsOf = surroundingsOf;
  }

  /** An article as its page shows it; undefined for one that the bundler has to compile as a whole. */
  async of(article: ArticleSource): Promise<FilledArticle | undefined> {
    const { slug } = article.name;
    const { questions, rendered, key } = await this.#rendered(article);
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
    const { addressOf, absoluteAddressOf, at } = this.#surroundingsOf(slug);
    return asked.map((one) => {
      if (one.ask === 'at') return at(...one.of);
      return one.ask === 'addressOf' ? addressOf(...one.of) : absoluteAddressOf(...one.of);
    });
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
    const isRight = known?.questions.every((question) => this.#open(slug, question) === question.answer);
    const rendering = known && isRight ? known : await this.#keep(article);
    this.use(slug, key);
    return { ...rendering, key };
  }

  async #keep(article: ArticleSource, parsed?: ParsedText): Promise<KeptRendering> {
    const { slug } = article.name;
    const key = articleKey(article.name, article.text);
    const questions: Question[] = [];
    this.#asked.set(slug, questions);
    const render = await (this.#renderer ??= this.#loadRenderer());
    const rendered = await render(article, parsed);
    if (key !== undefined) this.#kept.keep(key, { questions, rendered });
    this.#asked.delete(slug);
    return { questions, rendered };
  }

  /** Where all is kept already, nobody waits until what renders is loaded. */
  async #loadRenderer(): Promise<RenderArticle> {
    const { articleRenderer } = await import('../markdown/render-article.ts');
    const surroundingsOf = (slug: string) => this.#listening(slug);
    return articleRenderer({ surroundingsOf, colouredBlocks: this.#colouredBlocks });
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

  /** The answer to a question as a rendering gets it, with all open that is filled in later. */
  #open(slug: string, { ask, of }: Asked): string {
    const surroundings = this.#surroundingsOf(slug);
    switch (ask) {
      case 'addressOf':
        return written(surroundings.addressOf(...of));
      case 'absoluteAddressOf':
        return written(surroundings.absoluteAddressOf(...of));
      case 'at':
        return written(openAt(surroundings, ...of));
    }
  }

  /** Surroundings that write down what they are asked. */
  #listening(slug: string): Surroundings {
    const surroundings = this.#surroundingsOf(slug);
    const { addressOf, absoluteAddressOf } = surroundings;
    const asked = this.#asked.get(slug);
    return {
      addressOf: (...of) => {
        const answer = addressOf(...of);
        asked?.push({ ask: 'addressOf', of, answer: written(answer) });
        return answer;
      },
      absoluteAddressOf: (...of) => {
        const answer = absoluteAddressOf(...of);
        asked?.push({ ask: 'absoluteAddressOf', of, answer: written(answer) });
        return answer;
      },
      at: (...of) => {
        const answer = openAt(surroundings, ...of);
        if (answer?.kind !== 'article') asked?.push({ ask: 'at', of, answer: written(answer) });
        return answer;
      },
    };
  }
}

function openAt({ at }: Surroundings, address: string): Landmark | undefined {
  const landmark = at(address);
  return landmark && openLandmark(address, landmark);
}

function written(answer: unknown): string {
  return JSON.stringify(answer) ?? '';
}
