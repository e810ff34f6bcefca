import { join } from 'node:path';
import { type ArticleSource, articleRenderer } from '../markdown/render-article.ts';
import type { Surroundings } from '../markdown/surroundings.ts';
import type { RenderedArticle } from '../series/rendered-article.ts';
import { Kept, keyOf } from './kept.ts';
import { TOOLCHAIN } from './toolchain.ts';

/** A rendered article, and all that it was told of its surroundings. */
interface KeptRendering {
  readonly questions: readonly Question[];
  readonly rendered: RenderedArticle;
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
 * surroundings answer as they did: another title of an article that it links to is another rendering.
 */
export class RenderedArticles {
  readonly #kept: Kept<KeptRendering>;
  readonly #surroundingsOf: (slug: string) => Surroundings;
  readonly #asked = new Map<string, Question[]>();
  readonly #render = articleRenderer({ surroundingsOf: (slug) => this.#listening(slug) });

  constructor(cache: string, surroundingsOf: (slug: string) => Surroundings) {
    this.#kept = new Kept(join(cache, 'rendered'));
    this.#surroundingsOf = surroundingsOf;
  }

  /** Undefined for an article that needs JavaScript. */
  async of(article: ArticleSource): Promise<RenderedArticle | undefined> {
    const { slug } = article.name;
    const key = keyFor(article);
    const known = key === undefined ? undefined : this.#kept.find(key);
    if (known?.questions.every((question) => this.#ask(slug, question) === question.answer)) {
      return known.rendered;
    }
    this.#asked.set(slug, []);
    const rendered = await this.#render(article);
    if (key !== undefined && rendered) {
      this.#kept.keep(key, { questions: this.#asked.get(slug) ?? [], rendered });
    }
    this.#asked.delete(slug);
    return rendered;
  }

  /** Whether nothing is kept of an article with this text. */
  isNew(article: ArticleSource): boolean {
    const key = keyFor(article);
    return key !== undefined && !this.#kept.has(key);
  }

  /** Removes what has not been asked for since long. */
  prune(): void {
    this.#kept.prune();
  }

  #ask(slug: string, question: Question): string {
    const surroundings = this.#surroundingsOf(slug);
    switch (question.ask) {
      case 'addressOf':
        return written(surroundings.addressOf(...question.of));
      case 'absoluteAddressOf':
        return written(surroundings.absoluteAddressOf(...question.of));
      case 'at':
        return written(surroundings.at(...question.of));
    }
  }

  /** Surroundings that write down what they are asked. */
  #listening(slug: string): Surroundings {
    const { addressOf, absoluteAddressOf, at } = this.#surroundingsOf(slug);
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
        const answer = at(...of);
        asked?.push({ ask: 'at', of, answer: written(answer) });
        return answer;
      },
    };
  }
}

function keyFor({ name, text }: ArticleSource): string | undefined {
  return TOOLCHAIN && keyOf(TOOLCHAIN, name.file, text);
}

function written(answer: unknown): string {
  return JSON.stringify(answer) ?? '';
}
