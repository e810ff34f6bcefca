import GithubSlugger from 'github-slugger';
import type { Html } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type {
  AlternativeText,
  ComponentUse,
  Found,
  Heading,
  Reference,
  ReferenceUse,
} from '../series/article.ts';
import type { Finding, Place } from '../series/problem.ts';
import type { DefinedFootnote } from './definitions.ts';
import type { ArticleFacts, ElementFacts, HeadingFacts } from './facts.ts';
import { htmlElements } from './html-elements.ts';
import { HtmlTags } from './html-tags.ts';
import { jsxNameOf, propsOf, valuesOf } from './jsx-attributes.ts';
import { joinNames, type MdxNames, namesIn } from './mdx-names.ts';
import { startOf } from './source-text.ts';
import { addressesIn } from './url-attributes.ts';

/** Takes in an article's nodes one by one, in the order of the text. */
export class FactCollector {
  readonly #source: string;
  readonly #tags: HtmlTags;
  // Gives headings the same anchors as rehype-slug does: https://github.com/rehypejs/rehype-slug
  readonly #slugger = new GithubSlugger();
  readonly #headings: Heading[] = [];
  readonly #ids = new Set<string>();
  /** Names of anchors: targets for fragments like ids, but free to be the id of another element. */
  readonly #names = new Set<string>();
  readonly #references: Reference[] = [];
  readonly #alternatives: AlternativeText[] = [];
  readonly #javascript: MdxNames[] = [];
  readonly #components: ComponentUse[] = [];
  readonly #found: Found[] = [];
  /** A heading of raw HTML whose end tag stands in a later piece. */
  #open: HeadingFacts | undefined;

  constructor(source: string) {
    this.#source = source;
    this.#tags = new HtmlTags(source);
  }

  heading({ anchor, text, id = this.#slugger.slug(anchor), ...heading }: HeadingFacts): void {
    this.#headings.push({ ...heading, text: text.trim().replace(/\s+/g, ' '), id });
    this.id(id, heading.place);
  }

  text(value: string): void {
    if (this.#open) this.#open = { ...this.#open, text: this.#open.text + value, isEmpty: false };
  }

  reference(url: string, use: ReferenceUse, place: Place): void {
    this.#references.push({ url, use, place });
  }

  alternative(text: string | undefined, url: string, place: Place): void {
    this.#alternatives.push({ text, url, place });
  }

  /** The ids that mdast-util-to-hast gives to a footnote, and to each place that refers to it. */
  footnote({ node, references }: DefinedFootnote): void {
    if (references === 0) return;
    const label = encodeURI(node.identifier.toLowerCase());
    this.#ids.add('footnote-label');
    this.#ids.add(`user-content-fn-${label}`);
    for (let count = 1; count <= references; count++) {
      this.#ids.add(`user-content-fnref-${label}${count > 1 ? `-${count}` : ''}`);
    }
  }

  link(url: string, text: string, place: Place): void {
    this.reference(url, 'link', place);
    if (text.trim() === '') this.#found.push({ finding: NO_TEXT, place });
  }

  html(node: Html): void {
    if (!this.#tags.read(node)) return;
    if (this.#open && new RegExp(`</h${this.#open.depth}\\s*>`, 'i').test(node.value)) this.#endHeading();
    for (const { name, attributes, text, hasPicture, place } of htmlElements(node, this.#source)) {
      const props = [...attributes].map(([attribute, value]) => ({ name: attribute, value, place }));
      this.#element({ name, props, place });
      const depth = headingDepth(name);
      const id = attributes.get('id');
      if (depth === undefined) this.id(id, place);
      else
        this.#startHeading(
          {
            depth,
            text,
            isEmpty: text.trim() === '' && !hasPicture,
            anchor: text,
            markup: undefined,
            place,
            id,
          },
          node,
        );
    }
  }

  jsx(node: MdxJsxFlowElement | MdxJsxTextElement, text: string): void {
    this.#jsxElement({ name: jsxNameOf(node), props: propsOf(node), place: startOf(node) }, text);
    for (const attribute of node.attributes) {
      const value = attribute.type === 'mdxJsxExpressionAttribute' ? attribute : attribute.value;
      if (value && typeof value === 'object') this.javascript(value.data?.estree);
    }
  }

  javascript(program: Parameters<typeof namesIn>[0]): void {
    const names = namesIn(program);
    this.#javascript.push(names);
    for (const element of names.elements) this.#jsxElement(element, '…');
  }

  facts(): ArticleFacts {
    this.#endHeading();
    return {
      headings: this.#headings,
      ids: new Set([...this.#ids, ...this.#names]),
      references: this.#references,
      alternatives: this.#alternatives,
      names: joinNames(this.#javascript),
      components: this.#components,
      found: [...this.#found, ...this.#tags.found()],
    };
  }

  #startHeading(heading: HeadingFacts, { value }: Html): void {
    const isWhole = new RegExp(`</h${heading.depth}\\s*>`, 'i').test(value);
    if (isWhole) this.heading(heading);
    else this.#open = heading;
  }

  #endHeading(): void {
    if (this.#open) this.heading({ ...this.#open, anchor: this.#open.text });
    this.#open = undefined;
  }

  /** JSX has no anchors but those it brings. */
  #jsxElement(element: ElementFacts, text: string): void {
    this.#element(element);
    const { name, props, place } = element;
    if (/^[\p{Lu}_$]|\./u.test(name)) this.#components.push(element);
    const depth = headingDepth(name);
    const id = valuesOf(props).get('id');
    if (depth !== undefined)
      this.#headings.push({
        depth,
        text: text.trim(),
        isEmpty: text.trim() === '',
        markup: undefined,
        id,
        place,
      });
    this.id(id, place);
  }

  #element({ name, props, place }: ElementFacts): void {
    const attributes = valuesOf(props);
    for (const [attribute, value] of attributes) {
      for (const { url, use } of addressesIn({ element: name, name: attribute, value }))
        this.reference(url, use, place);
    }
    const target = name === 'a' ? attributes.get('name') : undefined;
    if (target) this.#names.add(target);
    if (name !== 'img') return;
    const mayBeGiven = props.some((prop) => prop.name === 'alt' || prop.name === '…');
    const isComputed = mayBeGiven && !attributes.has('alt');
    if (!isComputed) this.alternative(attributes.get('alt'), attributes.get('src') ?? '', place);
  }

  /** An id that an element of the article has. */
  id(id: string | undefined, place: Place): void {
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
