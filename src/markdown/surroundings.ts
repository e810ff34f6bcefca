import type { VFile } from 'vfile';
import type { Picture, Project, ReferenceUse } from '../series/article.ts';
import type { Size } from '../series/picture-size.ts';
import { resolveReference } from '../series/reference.ts';
import { absoluteAddress } from '../series/absolute-address.ts';
import { addressOf, articleAddress, pictureAddress } from '../series/target.ts';

/** A copy of a picture in another size or format; `width` is in pixels. */
export interface PictureSource {
  readonly address: string;
  readonly type: string;
  readonly width: number;
}

/** What is at an address of the site, as far as an article that refers to it shows it. */
export type Landmark =
  | { readonly kind: 'article'; readonly title: string; readonly summary: string }
  | {
      readonly kind: 'picture';
      readonly size: Size | undefined;
      /** Its copies, all of one type, by width. */
      readonly sources: readonly PictureSource[];
    };

/**
 * All that the page of an article shows of the rest of the project. Plugins ask nothing else of it,
 * so that a page whose questions have the same answers is the same page.
 */
export interface Surroundings {
  /** What stands on the page in place of an address as typed. */
  readonly addressOf: (url: string, use: ReferenceUse) => string;
  /** The address of a reference that is right wherever it is read. */
  readonly absoluteAddressOf: (url: string, use: ReferenceUse) => string;
  /** What an address of the site, without query and fragment, leads to. */
  readonly at: (address: string) => Landmark | undefined;
}

/** The surroundings of each article that goes through the plugins, asked anew for each file. */
export interface SurroundingsOptions {
  readonly surroundingsOf: (file: VFile) => Surroundings;
}

/** The slug of the article that a file is. */
export function slugOf({ stem }: VFile): string {
  return (stem ?? '').normalize('NFC');
}

export interface ProjectSurroundings {
  /** The path that the site is served at; it starts and ends with `/`. */
  readonly base: string;
  readonly sourcesOf: (picture: Picture) => readonly PictureSource[];
}

/** Stands for the picture of a reference that is a problem: a picture of nothing, so its alternative text shows. */
const NO_PICTURE = 'data:,';

/** The surroundings of each article of a project. */
export function surroundingsIn(
  project: Project,
  { base, sourcesOf }: ProjectSurroundings,
): (slug: string) => Surroundings {
  const landmarks = new Map<string, Landmark>();
  for (const picture of project.pictures.values()) {
    const address = pictureAddress(picture.path, base);
    landmarks.set(address, { kind: 'picture', size: picture.size, sources: sourcesOf(picture) });
  }
  for (const { slug, title = slug, summary = '' } of project.articles) {
    landmarks.set(articleAddress(slug, base), { kind: 'article', title, summary });
  }
  const articleOf = (slug: string) => project.bySlug.get(slug) ?? { slug, draft: false };
  return (slug) => ({
    absoluteAddressOf: (url, use) => absoluteAddress({ url, use }, { article: articleOf(slug), project }),
    addressOf: (url, use) => {
      const article = articleOf(slug);
      const target = resolveReference({ url, use }, { article, project });
      return addressOf(target, base) ?? (use === 'link' ? url : NO_PICTURE);
    },
    at: (address) => landmarks.get(address),
  });
}
