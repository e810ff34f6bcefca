import type { ReferenceUse } from '../series/article.ts';

/** The attributes of HTML that hold one address, by element. */
const URL_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, ReferenceUse>>>> = {
  a: { href: 'link' },
  area: { href: 'link' },
  audio: { src: 'resource' },
  embed: { src: 'resource' },
  iframe: { src: 'resource' },
  img: { src: 'picture' },
  link: { href: 'resource' },
  object: { data: 'resource' },
  script: { src: 'resource' },
  source: { src: 'resource' },
  track: { src: 'resource' },
  video: { src: 'resource', poster: 'resource' },
};

/** What an element's attribute is used for; undefined for one that holds no address. */
export function useOfAttribute(element: string, attribute: string): ReferenceUse | undefined {
  const uses = Object.hasOwn(URL_ATTRIBUTES, element) ? URL_ATTRIBUTES[element] : undefined;
  return uses && Object.hasOwn(uses, attribute) ? uses[attribute] : undefined;
}

export function hasSourceSet(element: string): boolean {
  return element === 'img' || element === 'source';
}

/** Replaces each address of a `srcset`, keeping its descriptor. */
export function mapSourceSet(sourceSet: string, map: (url: string) => string): string {
  return sourceSet
    .split(/,\s+|,$/)
    .map((candidate) => candidate.trim().replace(/^\S+/, map))
    .filter((candidate) => candidate !== '')
    .join(', ');
}
