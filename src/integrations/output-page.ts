import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** What a page refers to and what it must have, as found in its HTML. */
export interface OutputPage {
  /** As written in `href`, `src`, `srcset` and the like. */
  readonly references: readonly string[];
  readonly ids: readonly string[];
  /** What a fragment can lead to: ids, and names of anchors. */
  readonly anchors: ReadonlySet<string>;
  /** How many `h1` elements there are. */
  readonly titles: number;
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly language: string;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'srcset', 'imagesrcset']);

export function readPage(html: string): OutputPage {
  // As a browser without scripts sees it: what stands in `<noscript>` counts.
  const elements = elementsOf(parse(html, { scriptingEnabled: false }));
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const find = (name: string, attribute: string, value: string) =>
    named(name).find((element) => valueOf(element, attribute) === value);
  const ids = elements.flatMap((element) => valueOf(element, 'id') ?? []);
  return {
    references: elements.flatMap(referencesOf),
    ids,
    anchors: new Set([...ids, ...named('a').flatMap((element) => valueOf(element, 'name') ?? [])]),
    titles: named('h1').length,
    title: textOf(named('title')[0]).trim(),
    description: valueOf(find('meta', 'name', 'description'), 'content')?.trim() ?? '',
    canonical: valueOf(find('link', 'rel', 'canonical'), 'href') ?? '',
    language: valueOf(named('html')[0], 'lang') ?? '',
  };
}

function referencesOf({ tagName, attrs }: Element): string[] {
  return attrs.flatMap(({ name, value }) => {
    const isAddress = ADDRESSES.has(name) || (tagName === 'object' && name === 'data');
    if (!isAddress || value.startsWith('data:')) return [];
    if (!name.endsWith('srcset')) return [value];
    return value.split(/,\s+/).flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []);
  });
}

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const inside = 'content' in node ? elementsOf(node.content) : [];
  return [...('tagName' in node ? [node] : []), ...inside, ...children.flatMap(elementsOf)];
}

function textOf(element: Element | undefined): string {
  return element?.childNodes.map((child) => ('value' in child ? child.value : '')).join('') ?? '';
}

function valueOf(element: Element | undefined, attribute: string): string | undefined {
  return element?.attrs.find(({ name }) => name === attribute)?.value;
}
