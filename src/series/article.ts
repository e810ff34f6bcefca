import type { ArticleName } from './article-name.ts';
import type { ComponentProps } from './author-components.ts';
import type { Day } from './day.ts';
import type { SiteAddress } from './site-address.ts';
import type { Finding, Place, Problem } from './problem.ts';

export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Whether it shows nothing at all: a picture has no text, but is something. */
  readonly isEmpty: boolean;
  /** Its text as typed; undefined where it is not written with `#`. */
  readonly markup: string | undefined;
  /** Its anchor; undefined where the heading gets none. */
  readonly id: string | undefined;
  readonly place: Place;
}

/** What a reference is used for: to go there, to show a picture, or to load another file. */
export type ReferenceUse = 'link' | 'picture' | 'resource';

/** A link, picture or other address in an article, as its author typed it. */
export interface Reference {
  readonly url: string;
  readonly use: ReferenceUse;
  readonly place: Place;
}

/** The alternative text of one picture; undefined where HTML gives none. */
export interface AlternativeText {
  readonly text: string | undefined;
  readonly url: string;
  readonly place: Place;
}

/** A finding of the reader's own, and where it is. */
export interface Found {
  readonly finding: Finding;
  readonly place: Place;
}

/** A name in an article: of a component, a variable, a module that it imports, an alias. */
export interface Mention {
  readonly name: string;
  readonly place: Place;
}

/** An attribute of a component; `…` for a spread, and no value where it is computed. */
export interface Prop {
  readonly name: string;
  readonly value: string | undefined;
  readonly place: Place;
}

/** A component as it stands in an article. */
export interface ComponentUse extends Mention {
  readonly props: readonly Prop[];
}

/** What an author may say of an article besides its text. */
export interface FrontMatter {
  readonly title?: string | undefined;
  readonly date?: Day | undefined;
  readonly updated?: Day | undefined;
  readonly description?: string | undefined;
  readonly image?: string | undefined;
  readonly draft?: boolean | undefined;
  readonly upcoming?: readonly string[] | undefined;
  readonly lang?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
}

/** Everything that the site knows of one article before it is rendered. */
export interface Article extends ArticleName {
  /** The front matter's title, else the first `# heading`; undefined where there is neither. */
  readonly title: string | undefined;
  /** Whether another problem leaves open what the title is. */
  readonly isTitleUnknown: boolean;
  /** The front matter's, else the first paragraph after the first `##`, else the first paragraph. */
  readonly description: string | undefined;
  /** The description's first sentence. */
  readonly summary: string | undefined;
  /** The front matter's date, else that of a line `Written on …`. */
  readonly written: Day | undefined;
  readonly updated: Day | undefined;
  readonly draft: boolean;
  /** The picture that stands for it where it is shared, as typed in the front matter. */
  readonly image: string | undefined;
  /** The language of its text, where that is not the site's. */
  readonly language: string | undefined;
  readonly upcoming: readonly string[];
  /** Addresses that lead here since the article left them, as paths below the base: `old-name`. */
  readonly aliases: readonly Mention[];
  /** Words of running text, code blocks left out. */
  readonly words: number;
  readonly headings: readonly Heading[];
  /** Every id that a fragment can lead to. */
  readonly ids: ReadonlySet<string>;
  readonly references: readonly Reference[];
  readonly alternatives: readonly AlternativeText[];
  /** Components that the article uses and does not define itself. */
  readonly components: readonly ComponentUse[];
  readonly imports: readonly Mention[];
  /** What was found while reading; an article that could not be parsed has `whole: false`. */
  readonly problems: readonly Problem[];
  readonly whole: boolean;
}

/** A picture in `articleimages/`. */
export interface Picture {
  /** Path below `articleimages/`, as on disk. */
  readonly path: string;
  /** Width and height in pixels as shown; undefined for a file that cannot be read as a picture. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

/** Everything that a reference can lead to, and everything that refers. */
export interface Project {
  /** In the order of their series, then of their number. */
  readonly articles: readonly Article[];
  readonly bySlug: ReadonlyMap<string, Article>;
  /** By path below `articleimages/`, normalised to NFC. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Paths below `public/` as on disk, by the same normalised to NFC. */
  readonly files: ReadonlyMap<string, string>;
  /** Where the site is published; the origin is empty where that is not known. */
  readonly address: SiteAddress;
  /** The relative imports of articles that lead to a file. */
  readonly modules: ReadonlySet<string>;
  /** The components that every article can use without an import; for some, any props are right. */
  readonly components: ReadonlyMap<string, ComponentProps | undefined>;
}
