import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { parseArticleName } from '../../series/article-name.ts';
import type { SiteAddress } from '../../series/site-address.ts';
import { placeOf } from './place.ts';

/** Stands before the path of a picture until the book knows in which format it has it. */
const PICTURE = 'book-picture:';

/** A chapter whose addresses are those of its book, but for pictures and for anchors that may be missing. */
export interface LinkedChapter {
  readonly content: readonly ElementContent[];
  /** The pictures that it shows, as paths below the output folder. */
  readonly pictures: readonly string[];
}

/** Writes each address as the book of the chapter's series has it: to a chapter, a picture, or the web. */
export function linkChapter(content: readonly ElementContent[], from: From): LinkedChapter {
  const pictures = new Set<string>();
  const link = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const { href, src } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string') node.properties.href = addressIn(href, from);
    if (node.tagName === 'img' && typeof src === 'string') {
      const place = placeOf(src, from);
      if (place.kind !== 'file') return elsewhere(node, src);
      pictures.add(place.path);
      node.properties.src = PICTURE + encodeURI(place.path);
    }
    node.children = node.children.map(link);
    return node;
  };
  return { content: content.map(link), pictures: [...pictures] };
}

/** The name of a chapter's file. */
export function chapterFile(slug: string): string {
  return `${slug}.xhtml`;
}

/** The article that is a chapter, by its name in its parts. */
interface From {
  readonly slug: string;
  readonly series: string;
  readonly address: SiteAddress;
}

function addressIn(href: string, { slug, series, address }: From): string {
  const place = placeOf(href, { slug, address });
  if (place.kind !== 'article') return place.url;
  if (parseArticleName(`articles/${place.slug}.md`)?.member?.series !== series) return place.url;
  const fragment = place.fragment === '' ? '' : `#${encodeURIComponent(place.fragment)}`;
  const isHere = place.slug === slug && fragment !== '';
  return isHere ? fragment : `${encodeURIComponent(chapterFile(place.slug))}${fragment}`;
}

/** A picture that is not the site's own stays where it is. */
function elsewhere({ properties: { alt } }: Element, src: string): Element {
  return h('a', { href: src }, typeof alt === 'string' && alt !== '' ? alt : src);
}

/** What only the whole book knows. */
export interface Known {
  /** The anchors of a chapter, by its slug; undefined for one that the book does not have. */
  readonly anchorsOf: (slug: string) => ReadonlySet<string> | undefined;
  /** Where the book has a picture; undefined for one that it cannot have. */
  readonly picture: (path: string) => string | undefined;
}

/** Puts into the text of a chapter what only the whole book knows. */
export function settleLinks(xhtml: string, slug: string, { anchorsOf, picture }: Known): string {
  return xhtml
    .replace(
      / href="(?:([^":/?#]+)\.xhtml)?#([^"]+)"/g,
      (written, file: string | undefined, fragment: string) => {
        const target = file === undefined ? slug : decodeURIComponent(file);
        if (anchorsOf(target)?.has(decodeURIComponent(fragment))) return written;
        return file === undefined
          ? ` href="${encodeURIComponent(chapterFile(slug))}"`
          : ` href="${file}.xhtml"`;
      },
    )
    .replace(/<img\b[^>]*?\bsrc="book-picture:([^"]+)"[^>]*>/g, (image, path: string) => {
      const file = picture(decodeURI(path));
      if (file !== undefined) return image.replace(PICTURE + path, encodeURI(file));
      return /\balt="([^"]*)"/.exec(image)?.[1] ?? '';
    });
}
