import type { ArticleSource, RenderArticle } from '../markdown/render-article.ts';
import type { ParsedText } from '../markdown/read-article.ts';
import { filledIn, openLandmark } from '../markdown/open-landmarks.ts';
import type { Landmark, Surroundings } from '../markdown/surroundings.ts';
import type { RenderedArticle } from '../series/rendered-article.ts';
import { articleKey, RENDERED } from './article-key.ts';
import { Kept } from './kept.ts';

/** A rendered article, and all that it was told of its surroundings. */
interface KeptRendering {
  readonly questions: readonly Question[];
  /** Undefined for an article that needs JavaScript. */
  readonly rendered: RenderedArticle | undefined;
}

type Question = {
  readonly [Ask in keyof Surroundings]: {
    readonly ask: Ask;
    readonly of: Parameters<Surroundings[Ask]>;
    readonly answer: string;
  };
}[keyof Surroundings];

/**
 * Renders articles, and keeps what was rendered. It is used again for the same text while its
 * surroundings answer as they did: another size of a picture that it shows is another rendering.
 */
export class RenderedArticles {
  readonly #kept: Kept<KeptRendering>;
  readonly #surroundingsOf: (slug: string) => Surroundings;
  readonly #asked = new Map<string, Question[]>();
  #renderer: Promise<RenderArticle> | undefined;

  constructor(cache: string, surroundingsOf: (slug: string) => Surroundings) {
    this.#kept = new Kept(cache, RENDERED);
    this.#surroundingsOf = surroundingsOf;
  }

  /** An article as its page shows it; undefined for one that needs JavaScript. */
  async of(article: ArticleSource): Promise<RenderedArticle | undefined> {
    const { slug } = article.name;
    const key = articleKey(article.name, article.text);
    const known = key === undefined ? undefined : this.#kept.find(key);
    const isRight = known?.questions.every((question) => this.#ask(slug, question) === question.answer);
    const rendered = known && isRight ? known.rendered : await this.keep(article);
    const { at } = this.#surroundingsOf(slug);
    return rendered && { ...rendered, nodes: filledIn(rendered.nodes, at) };
  }

  /** Renders an article, of which all but what links and pictures leave open is kept. */
  async keep(article: ArticleSource, parsed?: ParsedText): Promise<RenderedArticle | undefined> {
    const { slug } = article.name;
    const key = articleKey(article.name, article.text);
    const questions: Question[] = [];
    this.#asked.set(slug, questions);
    const render = await (this.#renderer ??= this.#loadRenderer());
    const rendered = await render(article, parsed);
    if (key !== undefined) this.#kept.keep(key, { questions, rendered });
    this.#asked.delete(slug);
    return rendered;
  }

  /** Removes what has not been asked for since long. */
  prune(): void {
    this.#kept.prune();
  }

  /** Where all is kept already, nobody waits until what renders is loaded. */
  async #loadRenderer(): Promise<RenderArticle> {
    const { articleRenderer } = await import('../markdown/render-article.ts');
    return articleRenderer({ surroundingsOf: (slug) => this.#listening(slug) });
  }

  #ask(slug: string, question: Question): string {
    const surroundings = this.#surroundingsOf(slug);
    switch (question.ask) {
      case 'addressOf':
        return written(surroundings.addressOf(...question.of));
      case 'absoluteAddressOf':
        return written(surroundings.absoluteAddressOf(...question.of));
      case 'at':
        return written(openAt(surroundings, ...question.of));
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
