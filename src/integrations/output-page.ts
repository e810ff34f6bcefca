import { attributeOf, type Element, elementsOf, ownTextOf, type PageTree } from '../finishing/page-tree.ts';

/** What a page refers to and what it must have, as found in its HTML. */
export interface OutputPage {
  /** As written in `href`, `src`, `srcset` and the like. */
  readonly references: readonly string[];
  readonly ids: readonly string[];
  /** What a fragment can lead to: ids, and names of anchors. */
  readonly anchors: ReadonlySet<string>;
  /** The anchors of headings, of the title first. */
  readonly headings: readonly string[];
  /** How many `h1` elements there are. */
  readonly titles: number;
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly language: string;
  /** Where it sends its readers at once, relative to it; undefined for a page that is read. */
  readonly movedTo: string | undefined;
}

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'srcset', 'imagesrcset']);

export function readPage(tree: PageTree): OutputPage {
  const elements = elementsOf(tree);
  const byName = Map.groupBy(elements, ({ tagName }) => tagName);
  const named = (name: string) => byName.get(name) ?? [];
  const find = (name: string, attribute: string, value: string) =>
    named(name).find((element) => attributeOf(element, attribute) === value);
  const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? []);
  return {
    references: elements.flatMap(referencesOf),
    ids,
    anchors: new Set([...ids, ...named('a').flatMap((element) => attributeOf(element, 'name') ?? [])]),
    headings: elements
      .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
      .flatMap((element) => attributeOf(element, 'id') ?? [])
      .filter((id) => !id.startsWith('site:')),
    titles: named('h1').length,
    title: ownTextOf(named('title')[0]).trim(),
    description: attributeOf(find('meta', 'name', 'description'), 'content')?.trim() ?? '',
    canonical: attributeOf(find('link', 'rel', 'canonical'), 'href') ?? '',
    language: attributeOf(named('html')[0], 'lang') ?? '',
    movedTo: /url=(.*)$/.exec(attributeOf(find('meta', 'http-equiv', 'refresh'), 'content') ?? '')?.[1],
  };
}

const NONE: readonly string[] = [];

function referencesOf({ tagName, attrs }: Element): readonly string[] {
  // Most elements have no attributes.
  if (attrs.length === 0) return NONE;
  return attrs.flatMap(({ name, value }) => {
    const isAddress = ADDRESSES.has(name) || (tagName === 'object' && name === 'data');
    if (!isAddress || value.startsWith('data:')) return [];
    if (!name.endsWith('srcset')) return [value];
    return value.split(/,\s+/).flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []);
  });
}
