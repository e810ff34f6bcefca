import { articlePage, listedIn, type Shown } from '../shown.ts';
import { articleKey } from './article-key.ts';
import type { ArticleRendering } from './article-rendering.ts';
import type { BuildPlace } from './finisher.ts';
import { articlePageName, FINISHED, FINISHED_HTML, finishedFrom, finishedStamp } from './finished-key.ts';
import type { Keeper } from './keeper.ts';
import { keyOf } from './kept.ts';
import type { PublishedFiles } from './published-files.ts';
import type { Asked } from './questions.ts';

/** What is known of the page of an article once it is made. */
export interface MadePage {
  /** Stands for its HTML (`madeHash`). */
  readonly made: string;
  /** The article as plain Markdown. */
  readonly markdown: string;
  /** All that its rendering wanted to know of other articles and of pictures. */
  readonly asked: readonly Asked[];
}

interface KeptPage extends MadePage {
  /** Stands for all that it shows. */
  readonly shows: string;
}

const MADE = 'made';

export interface MadePagesOptions {
  readonly keeper: Keeper;
  readonly published: PublishedFiles;
  readonly address: BuildPlace['address'];
  /** Stands for the code that makes pages (`pageBundle`); where it is not known, none is found. */
  readonly bundle: string | undefined;
  readonly shown: Shown;
  readonly rendering: ArticleRendering;
}

/** A page of a run. */
export interface MadeBefore {
  /** The page, if it would be the same now, and is kept as it was finished. */
  readonly known: MadePage | undefined;
  /** Keeps the page of an article as it was `rendered`, under its `articleKey` then. */
  readonly keep: (page: MadePage, rendered: string | undefined) => void;
}

/** What a page is kept under: the code that makes pages, and the article's `articleKey`. */
type Key = readonly [bundle: string, article: string];

/**
 * The pages of articles that were made before, by the same code of the same text, for which all that they show is
 * as it was. A page is within reach of nothing else: it is given what any page may show, what only its own shows,
 * and its rendering, whose questions have the same answers.
 */
export class MadePages {
  readonly #options: MadePagesOptions;
  /** Stands for what any page may show. */
  readonly #listed: string;

  constructor(options: MadePagesOptions) {
    this.#options = options;
    this.#listed = keyOf(JSON.stringify(listedIn(options.shown)));
  }

  /** The page of an article as it was made before, and how it is kept when it is made. */
  of(slug: string): MadeBefore {
    const key = this.#keyOf(slug);
    if (!key) return { known: undefined, keep: () => undefined };
    return {
      known: this.#find(slug, key),
      keep: (page, rendered) => {
        // An article that is saved while it is rendered is another one.
        if (rendered !== key[1]) return;
        this.#options.keeper.set(MADE, [...key], { ...page, shows: this.#shows(slug, page.asked) });
      },
    };
  }

  #find(slug: string, [bundle, article]: Key): MadePage | undefined {
    const { keeper, address, rendering, published } = this.#options;
    const page = keeper.find<KeptPage>(MADE, [bundle, article]);
    if (!page || page.shows !== this.#shows(slug, page.asked)) return undefined;
    const name = articlePageName(slug);
    const from = finishedFrom(name, page.made, address);
    const isPublished = published.isAsMade(name, finishedStamp(from));
    if (isPublished) keeper.use(FINISHED_HTML, from);
    if (!isPublished && !keeper.isWhole(FINISHED_HTML, from)) return undefined;
    if (!keeper.isWhole(FINISHED, from)) return undefined;
    rendering.keep(slug, article);
    return page;
  }

  /** Undefined for a page whose article the bundler has compiled, and where nothing can be kept. */
  #keyOf(slug: string): Key | undefined {
    const { bundle, rendering } = this.#options;
    if (bundle === undefined || rendering.isCompiled(slug)) return undefined;
    const source = rendering.source(slug);
    const article = source && articleKey(source.name, source.text);
    return article === undefined ? undefined : [bundle, article];
  }

  #shows(slug: string, asked: readonly Asked[]): string {
    const { shown, rendering } = this.#options;
    const answers = JSON.stringify([asked, rendering.answers(slug, asked)]);
    return keyOf(this.#listed, JSON.stringify(articlePage(shown, slug)), answers);
  }
}
