import type { Day } from '../series/day.ts';
import { directionOf } from '../series/language.ts';
import type { PublishedArticle } from '../series/published.ts';
import { articleAddress, pictureAddress } from '../series/target.ts';
import { assumedDays, NO_DAY } from './feed-days.ts';
import type { BuiltSite } from './output.ts';
import { xhtmlOf } from './xhtml.ts';
import { xmlOf } from './xml.ts';

/** An article in a feed. All addresses are absolute, all texts but `html` are plain. */
export interface Entry {
  /** The address of its page, and what it is known by: it stays while title and text change. */
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  /** The whole text as HTML, in an element that says its language. */
  readonly html: string;
  /** The same as elements of XML, in one that is not part of the text. */
  readonly xhtml: string;
  readonly language: string;
  readonly written: Day | undefined;
  readonly updated: Day | undefined;
  /** When it last changed, or else about when it must have been written. */
  readonly changed: Day;
  readonly image: string | undefined;
}

/** The entries of all feeds: an article has the same one in each. */
export class Entries {
  readonly built: BuiltSite;
  readonly days: ReadonlyMap<string, Day>;
  readonly #made = new Map<string, Promise<Entry>>();

  constructor(built: BuiltSite) {
    this.built = built;
    this.days = assumedDays(built.articles);
  }

  of(article: PublishedArticle): Promise<Entry> {
    const entry = this.#made.get(article.slug) ?? this.#make(article);
    this.#made.set(article.slug, entry);
    return entry;
  }

  async #make({
    slug,
    title,
    description,
    written,
    updated,
    image,
    ...article
  }: PublishedArticle): Promise<Entry> {
    const { site, address, html, keep } = this.built;
    const language = article.language ?? site.language;
    const whole = `<div lang="${language}" dir="${directionOf(language)}">${await html(slug)}</div>`;
    const { xhtml } = await keep('xhtml', [whole], () => ({ xhtml: xmlOf(xhtmlOf(`<div>${whole}</div>`)) }));
    return {
      address: address.origin + articleAddress(slug, address.base),
      title,
      summary: description,
      html: whole,
      xhtml,
      language,
      written,
      updated,
      changed: updated ?? this.days.get(slug) ?? NO_DAY,
      image: image === undefined ? undefined : address.origin + pictureAddress(image, address.base),
    };
  }
}
