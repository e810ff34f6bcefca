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
}

/** The addresses in an attribute, each with what it is used for. */
export function addressesIn(attribute: Attribute): Address[] {
  const addresses: Address[] = [];
  mapAddresses(attribute, (url, use) => {
    addresses.push({ url, use });
    return url;
  });
  if (attribute.name.toLowerCase() !== 'style') return addresses;
  return [...attribute.value.matchAll(REMOTE_IN_STYLE)].map(([, url = '']) => ({ url, use: 'resource' }));
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
  const uses = Object.hasOwn(URL_ATTRIBUTES, element) ? URL_ATTRIBUTES[element] : undefined;
  const use = uses && Object.hasOwn(uses, attribute) ? uses[attribute] : undefined;
  return use ? map(value, use) : value;
}

function mapSourceSet(sourceSet: string, map: (url: string) => string): string {
  return sourceSet
    .split(/,\s+|,$/)
    .map((candidate) => candidate.trim().replace(/^\S+/, map))
    .filter((candidate) => candidate !== '')
    .join(', ');
}
