import { html, serialize, serializeOuter } from 'parse5';
import {
  articleOf,
  attributeOf,
  classesOf,
  createElement,
  type Element,
  elementsOf,
  hasClass,
  ownTextOf,
  parsePage,
  setAttribute,
  textOf,
} from '../../finishing/page-tree.ts';
import type { Part } from '../../series/catalogue.ts';
import type { BuiltSite } from '../output.ts';
import type { Section } from './chapter.ts';
import { EMBEDDED } from './static-elements.ts';

/** A page of the site, to become a part of one document. */
export interface PrintedPart {
  readonly article: Part;
  /** The styles of the site that its page has. */
  readonly styles: readonly string[];
  /** What stood in its `style` attributes, as styles of its page alone. */
  readonly ownStyles: readonly string[];
  /** Its text, with all that the site's styles know it by. */
  readonly text: Element;
  readonly heading: Element | undefined;
  readonly ids: ReadonlySet<string>;
  readonly sections: readonly Section[];
}

/** Attributes that name ids. */
const REFERRING = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'for'] as const;
/** Of no use on paper. */
const ON_SCREEN = ['permalink', 'notes', 'tab-list'] as const;

export function printedPart(article: Part, { read }: BuiltSite): PrintedPart {
  const bytes = read(`${article.slug}/index.html`);
  const page = parsePage(new TextDecoder().decode(bytes));
  const elements = elementsOf(page);
  const text = articleOf(page);
  if (!text) throw new Error(`The page of \`${article.file}\` shows no article.`);
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  const styles = elements.filter(({ tagName }) => tagName === 'style').map(ownTextOf);
  moveNotes(text);
  for (const element of elementsOf(text)) {
    const { tagName } = element;
    if (tagName === 'script' || tagName === 'code-copy' || ON_SCREEN.some((name) => hasClass(element, name)))
      remove(element);
    if (EMBEDDED.has(tagName)) becomeLink(element);
    if (tagName === 'details') setAttribute(element, 'open', '');
    if (tagName === 'img') setAttribute(element, 'loading', undefined);
  }
  const inside = elementsOf(text);
  const ids = [heading, ...inside].flatMap((element) => attributeOf(element, 'id') ?? []);
  const sections = inside
    .filter((element) => element.tagName === 'h2' && !hasClass(element, 'sr-only'))
    .flatMap((element) => {
      const id = attributeOf(element, 'id');
      return id === undefined ? [] : [{ id, title: textOf(element).replace(/\s+/g, ' ').trim() }];
    });
  return {
    article,
    styles: styles.filter((style) => !OWN_STYLES.test(style)),
    ownStyles: styles.filter((style) => OWN_STYLES.test(style)),
    text,
    heading,
    ids: new Set(ids),
    sections,
  };
}

/** Beside the text there are no notes on paper: their ids go to the list at the end. */
function moveNotes(text: Element): void {
  const elements = elementsOf(text);
  const ids = elements.flatMap((element) =>
    hasClass(element, 'note') ? (attributeOf(element, 'id') ?? []) : [],
  );
  const list = elements.find((element) => hasClass(element, 'footnotes'));
  if (!list) return;
  const items = elementsOf(list).filter(
    ({ tagName, parentNode }) =>
      tagName === 'li' && parentNode?.nodeName === 'ol' && parentNode.parentNode === list,
  );
  items.forEach((item, index) => {
    setAttribute(item, 'id', ids[index]);
  });
}

/**
 * Writes a part so that nothing of it can be taken for another's: ids and the classes of its own
 * styles begin with its slug. `link` says what each address becomes.
 */
export function writePart(
  part: PrintedPart,
  link: (href: string) => string,
): { body: string; style: string } {
  const { article, text, heading, ownStyles } = part;
  for (const element of [...(heading ? elementsOf(heading) : []), ...elementsOf(text)]) {
    prefix(element, article.slug);
    // On paper a picture cannot be looked at alone.
    if (hasClass(element, 'picture')) setAttribute(element, 'href', undefined);
    const href = attributeOf(element, 'href');
    if (href !== undefined && element.namespaceURI === html.NS.HTML)
      setAttribute(element, 'href', link(href));
  }
  const title = heading ? serialize(heading) : '';
  const id = attributeOf(heading, 'id');
  return {
    body: `<h1${id === undefined ? '' : ` id="${id}"`}>${title}</h1>${serializeOuter(text)}`,
    style: ownStyles.join('').replace(/\.style-(\d+)\{/g, `.style-${article.slug}-$1{`),
  };
}

/** As the finishing of pages writes what stood in `style` attributes. */
const OWN_STYLES = /^\.style-1\{/;

function prefix(element: Element, slug: string): void {
  const id = attributeOf(element, 'id');
  if (id !== undefined) setAttribute(element, 'id', `${slug}:${id}`);
  for (const name of REFERRING) {
    const names = attributeOf(element, name);
    if (names !== undefined)
      setAttribute(
        element,
        name,
        names.replace(/\S+/g, (one) => `${slug}:${one}`),
      );
  }
  const classes = classesOf(element);
  if (classes.some((name) => /^style-\d+$/.test(name))) {
    const own = classes.map((name) => name.replace(/^style-(\d+)$/, `style-${slug}-$1`));
    setAttribute(element, 'class', own.join(' '));
  }
}

/** What plays on a page is led to from paper. */
function becomeLink(element: Element): void {
  const inside = elementsOf(element).map((one) => attributeOf(one, 'src') ?? attributeOf(one, 'data'));
  const address = inside.find((one) => one !== undefined) ?? '';
  const title = attributeOf(element, 'title');
  Object.assign(element, createElement('a', { href: address }, title ?? address), {
    parentNode: element.parentNode,
  });
}

function remove(element: Element): void {
  const { parentNode } = element;
  if (parentNode) parentNode.childNodes = parentNode.childNodes.filter((child) => child !== element);
}
