import type { ReferenceUse } from '../series/article.ts';

/** An attribute of an element, as typed. */
export interface Attribute {
  readonly element: string;
  readonly name: string;
  readonly value: string;
}

/** The attributes of HTML that hold one address, by element. */
const URL_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, ReferenceUse>>>> = {
  a: { href: 'link' },
  area: { href: 'link' },
  audio: { src: 'resource' },
  button: { formaction: 'link' },
  embed: { src: 'resource' },
  form: { action: 'link' },
  iframe: { src: 'resource' },
  img: { src: 'picture' },
  input: { formaction: 'link', src: 'resource' },
  link: { href: 'resource' },
  object: { data: 'resource' },
  script: { src: 'resource' },
  source: { src: 'resource' },
  track: { src: 'resource' },
  video: { src: 'resource', poster: 'resource' },
};

/** The elements whose `srcset` holds addresses, each with a descriptor. */
const WITH_SOURCE_SET: ReadonlySet<string> = new Set(['img', 'source']);

/** The addresses of other sites that a style would load. */
const REMOTE_IN_STYLE = /url\(\s*["']?((?:https?:)?\/\/[^"')\s]+)/gi;

export interface Address {
  readonly url: string;
  readonly use: ReferenceUse;
  /** Where it stands in the value: from its first character to before its end. */
  readonly start: number;
  readonly end: number;
}

/** The addresses in an attribute, each with what it is used for. */
export function addressesIn({ element, name, value }: Attribute): Address[] {
  const attribute = name.toLowerCase();
  if (attribute === 'style') {
    return [...value.matchAll(REMOTE_IN_STYLE)].map(({ 0: all, 1: url = '', index }) => {
      const end = index + all.length;
      return { url, use: 'resource', start: end - url.length, end };
    });
  }
  if (attribute === 'srcset' && WITH_SOURCE_SET.has(element)) return candidatesIn(value);
  const use = useOf(element, attribute);
  return use ? [{ url: value, use, start: 0, end: value.length }] : [];
}

function useOf(element: string, attribute: string): ReferenceUse | undefined {
  const uses = Object.hasOwn(URL_ATTRIBUTES, element) ? URL_ATTRIBUTES[element] : undefined;
  return uses && Object.hasOwn(uses, attribute) ? uses[attribute] : undefined;
}

function candidatesIn(sourceSet: string): Address[] {
  let at = 0;
  return sourceSet.split(/(,\s+|,$)/).flatMap((piece, index): Address[] => {
    const start = at + piece.search(/\S/);
    at += piece.length;
    const [url] = /\S+/.exec(piece) ?? [];
    // Every second piece is what stands between two candidates.
    if (url === undefined || index % 2 === 1) return [];
    return [{ url, use: 'resource', start, end: start + url.length }];
  });
}

/** The value of an attribute with each of its addresses replaced; that of any other attribute as it is. */
export function mapAddresses(
  { element, name, value }: Attribute,
  map: (url: string, use: ReferenceUse) => string,
): string {
  const attribute = name.toLowerCase();
  if (attribute === 'srcset' && WITH_SOURCE_SET.has(element)) {
    return mapSourceSet(value, (url) => map(url, 'resource'));
  }
  const use = useOf(element, attribute);
  return use ? map(value, use) : value;
}

function mapSourceSet(sourceSet: string, map: (url: string) => string): string {
  return sourceSet
    .split(/,\s+|,$/)
    .map((candidate) => candidate.trim().replace(/^\S+/, map))
    .filter((candidate) => candidate !== '')
    .join(', ');
}
