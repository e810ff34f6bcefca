import type { PublishedArticle } from '../../series/published.ts';
import type { Picture } from '../../series/article.ts';
import { articleAddress, pictureAddress } from '../../series/target.ts';
import type { SocialCard } from './card.ts';
import { CARD_SIZE } from './layout.ts';

/** The picture that stands for a page where it is shared. */
export interface ShareImage {
  /** Its address below the base. */
  readonly path: string;
  /** In pixels; undefined for a picture that cannot be read. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly alternative: string;
}

/** By address of the page below the base. */
export type ShareImages = Readonly<Record<string, ShareImage>>;

/** The pictures of all pages that have one: the authors' own, and cards where there are none. */
export function shareImages(
  articles: readonly PublishedArticle[],
  pictures: ReadonlyMap<string, Picture>,
  cards: ShareImages,
): ShareImages {
  const own = articles.flatMap(({ slug, title, image }): [string, ShareImage][] => {
    if (image === undefined) return [];
    const { size } = pictures.get(image.normalize('NFC')) ?? {};
    return [[articleAddress(slug, ''), { path: pictureAddress(image, ''), size, alternative: title }]];
  });
  return { ...cards, ...Object.fromEntries(own) };
}

export function cardImage(name: string, { title, label, remark, site }: SocialCard): ShareImage {
  const alternative = [title, [label, remark].filter(Boolean).join(': '), site].filter(Boolean).join(' – ');
  return { path: `_astro/${encodeURIComponent(name)}`, size: CARD_SIZE, alternative };
}
