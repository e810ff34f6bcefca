import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { SiteAddress } from '../../series/site-address.ts';
import type { Chapter } from './chapter.ts';
import { placeOf } from './place.ts';

/** What addresses in chapters are written with. */
export interface Linking {
  readonly address: SiteAddress;
  /** By slug. */
  readonly chapters: ReadonlyMap<string, Chapter>;
  /** Where the book has a picture; undefined for one that it does not have. */
  readonly picture: (path: string) => string | undefined;
}

/** Writes each address as the book has it: to another chapter, to a picture in it, or to the web. */
export function linkChapter({ article: { slug }, content }: Chapter, linking: Linking): Root {
  const root: Root = { type: 'root', children: structuredClone(content) };
  const { address } = linking;
  visit(root, 'element', (element, index, parent) => {
    const { href, src } = element.properties;
    if (element.tagName === 'a' && typeof href === 'string') {
      element.properties.href = addressIn(href, slug, linking);
    }
    if (element.tagName === 'img' && typeof src === 'string') {
      const place = placeOf(src, { slug, address });
      const picture = place.kind === 'file' ? linking.picture(place.path) : undefined;
      if (picture !== undefined) element.properties.src = picture;
      else if (parent && index !== undefined) parent.children[index] = elsewhere(element, src);
    }
  });
  return root;
}

/** The name of a chapter's file. */
export function chapterFile(slug: string): string {
  return `${slug}.xhtml`;
}

function addressIn(href: string, slug: string, { address, chapters }: Linking): string {
  const place = placeOf(href, { slug, address });
  const target = place.kind === 'article' ? chapters.get(place.slug) : undefined;
  if (place.kind !== 'article' || !target) return place.url;
  const fragment = target.ids.has(place.fragment) ? `#${encodeURIComponent(place.fragment)}` : '';
  const isHere = place.slug === slug && fragment !== '';
  return isHere ? fragment : `${encodeURIComponent(chapterFile(place.slug))}${fragment}`;
}

/** A picture that is not the site's own stays where it is. */
function elsewhere({ properties: { alt } }: Element, src: string): Element {
  return h('a', { href: src }, typeof alt === 'string' && alt !== '' ? alt : src);
}
