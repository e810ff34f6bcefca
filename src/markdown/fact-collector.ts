import type { Html } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { AlternativeText, Found, Heading, Mention, Reference, ReferenceUse } from '../series/article.ts';
import type { Finding, Place } from '../series/problem.ts';
import { HeadingAnchors } from './heading-anchors.ts';
import { htmlElements } from './html-elements.ts';
import { HtmlTags } from './html-tags.ts';
import { staticAttributes } from './jsx-attributes.ts';
import { type MdxNames, namesIn } from './mdx-names.ts';
import { startOf } from './source-text.ts';
import { hasSourceSet, mapSourceSet, useOfAttribute } from './url-attributes.ts';

/** What one walk over an article's tree collects, in the order of the text. */
export interface ArticleFacts {
  readonly headings: readonly Heading[];
  readonly ids: ReadonlySet<string>;
  readonly references: readonly Reference[];
  readonly alternatives: readonly AlternativeText[];
  readonly footnotesDefined: ReadonlyMap<string, Place>;
  readonly names: MdxNames;
  readonly components: readonly Mention[];
  readonly found: readonly Found[];
}

type HeadingFacts = Omit<Heading, 'id'> & { readonly id?: string | undefined };

/** Takes in an article's nodes one by one, in the order of the text. */
export class FactCollector {
  readonly #source: string;
  readonly #tags: HtmlTags;
  readonly #anchors = new HeadingAnchors();
  readonly #headings: Heading[] = [];
  readonly #ids = new Set<string>();
  readonly #references: Reference[] = [];
  readonly #alternatives: AlternativeText[] = [];
  readonly #footnotes = new Map<string, Place>();
  readonly #javascript: MdxNames[] = [];
  readonly #components: Mention[] = [];
  readonly #found: Found[] = [];

  constructor(source: string) {
    this.#source = source;
    this.#tags = new HtmlTags(source);
  }

  /** A heading gets the id of its text where it brings none. */
  heading({ text, id = this.#anchors.next(text), ...heading }: HeadingFacts): void {
    this.#headings.push({ ...heading, text: text.trim().replace(/\s+/g, ' '), id });
    this.#id(id, heading.place);
  }

  reference(url: string, use: ReferenceUse, place: Place): void {
    this.#references.push({ url, use, place });
  }

  alternative(text: string | undefined, url: string, place: Place): void {
    this.#alternatives.push({ text, url, place });
  }

  footnote(label: string, place: Place): void {
    this.#footnotes.set(label, place);
    this.#ids.add(`user-content-fn-${label.toLowerCase()}`);
    this.#ids.add(`user-content-fnref-${label.toLowerCase()}`);
  }

  link(url: string, text: string, place: Place): void {
    this.reference(url, 'link', place);
    if (text.trim() === '') this.#found.push({ finding: NO_TEXT, place });
  }

  html(node: Html): void {
    this.#tags.read(node);
    for (const { name, attributes, text, place } of htmlElements(node, this.#source)) {
      this.#element(name, attributes, place);
      const depth = headingDepth(name);
      if (depth !== undefined)
        this.heading({ depth, text, markup: undefined, place, id: attributes.get('id') });
      else this.#id(attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined), place);
    }
  }

  jsx(node: MdxJsxFlowElement | MdxJsxTextElement, text: string): void {
    const place = startOf(node);
    const name = node.name ?? '';
    const attributes = staticAttributes(node);
    this.#element(name, attributes, place);
    this.#component(name, place);
    const depth = headingDepth(name);
    const id = attributes.get('id');
    if (depth !== undefined) this.#headings.push({ depth, text: text.trim(), markup: undefined, id, place });
    this.#id(id ?? (name === 'a' ? attributes.get('name') : undefined), place);
    for (const attribute of node.attributes) {
      const value = attribute.type === 'mdxJsxExpressionAttribute' ? attribute : attribute.value;
      if (value && typeof value === 'object') this.javascript(value.data?.estree);
    }
  }

  javascript(program: Parameters<typeof namesIn>[0]): void {
    const names = namesIn(program);
    this.#javascript.push(names);
    for (const { name, attributes, place } of names.elements) {
      this.#element(name, attributes, place);
      this.#component(name, place);
      this.#id(attributes.get('id'), place);
    }
  }

  facts(): ArticleFacts {
    return {
      headings: this.#headings,
      ids: this.#ids,
      references: this.#references,
      alternatives: this.#alternatives,
      footnotesDefined: this.#footnotes,
      names: {
        defined: this.#javascript.flatMap(({ defined }) => defined),
        used: this.#javascript.flatMap(({ used }) => used),
        imports: this.#javascript.flatMap(({ imports }) => imports),
        elements: [],
      },
      components: this.#components,
      found: [...this.#found, ...this.#tags.found()],
    };
  }

  #element(name: string, attributes: ReadonlyMap<string, string>, place: Place): void {
    for (const [attribute, value] of attributes) {
      const use = useOfAttribute(name, attribute);
      if (use) this.reference(value, use, place);
      if (attribute === 'srcset' && hasSourceSet(name)) {
        mapSourceSet(value, (url) => (this.reference(url, 'resource', place), url));
      }
    }
    if (name === 'img') this.alternative(attributes.get('alt'), attributes.get('src') ?? '', place);
  }

  #component(name: string, place: Place): void {
    if (/^[\p{Lu}_$]|\./u.test(name)) this.#components.push({ name, place });
  }

  #id(id: string | undefined, place: Place): void {
    if (id === undefined || id === '') return;
    if (this.#ids.has(id)) {
      const message = `The id \`${id}\` stands twice in this article.`;
      const hint = 'Change one of them; headings get the id of their text.';
      this.#found.push({ finding: { rule: 'duplicate-id', message, hint }, place });
    }
    this.#ids.add(id);
  }
}

const NO_TEXT: Finding = {
  rule: 'link-text',
  message: 'The link has no text, so nobody sees it.',
  hint: 'Write its text between `[` and `]`.',
};

function headingDepth(name: string): number | undefined {
  const [, depth] = /^h([1-6])$/.exec(name) ?? [];
  return depth === undefined ? undefined : Number(depth);
}
