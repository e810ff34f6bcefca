import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Keep } from '../outputs/output.ts';
import type { SocialCard } from '../outputs/social-card/card.ts';
import { drawCard, EDITION } from '../outputs/social-card/drawing.ts';
import { layOut } from '../outputs/social-card/layout.ts';
import { cardImage, type ShareImages } from '../outputs/social-card/share-image.ts';
import type { Keeper } from './keeper.ts';
import { isTakenOver, type OutputFolder, putFile } from './output-folder.ts';

/** A card and the name of its file. */
export interface NamedCard {
  readonly name: string;
  readonly card: SocialCard;
}

/** By address of the page. */
export type NamedCards = ReadonlyMap<string, NamedCard>;

/** A card as it is drawn. */
export interface DrawnCard {
  readonly picture: Uint8Array;
  /** What its title has and no font can draw. */
  readonly missing: readonly string[];
}

/**
 * Names cards before they are drawn, so that pages need not wait for it: by the page, and by the hash of
 * what is drawn and of how.
 */
export function nameCards(cards: ReadonlyMap<string, SocialCard>): NamedCards {
  const named = [...cards].map(([page, card]): [string, NamedCard] => {
    const hash = createHash('sha256').update(inputOf(card)).update(EDITION).digest('base64url').slice(0, 8);
    // An address in another script is three times as long when it is encoded: a file's name has an end.
    const name = `${page.replace(/[^\w-]/g, '').slice(0, 60) || 'home'}.card.${hash}.png`;
    return [page, { name, card }];
  });
  return new Map(named);
}

/** Draws a card, or gives it as it was drawn before. */
export function keptCard(card: SocialCard, keep: Keep): Promise<DrawnCard> {
  return keep('cards', [inputOf(card)], async () => {
    const layout = await layOut(card);
    return { picture: drawCard(layout), missing: [...new Set(layout.title.missing)] };
  });
}

export function isCardKept(card: SocialCard, keeper: Keeper): boolean {
  return keeper.has('cards', [inputOf(card)]);
}

function inputOf(card: SocialCard): string {
  return JSON.stringify(card);
}

export function cardImages(cards: NamedCards): ShareImages {
  return Object.fromEntries([...cards].map(([page, { name, card }]) => [page, cardImage(name, card)]));
}

/** Publishes cards among the hashed files. Gives one sentence for each that shows less than its title. */
export async function publishCards(cards: NamedCards, output: OutputFolder, keep: Keep): Promise<string[]> {
  mkdirSync(join(output.path, '_astro'), { recursive: true });
  const warnings: string[] = [];
  for (const [page, { name, card }] of cards) {
    const file = `_astro/${name}`;
    // Its name stands for what is drawn. One with something to warn of is never noted.
    if (isTakenOver(output, file, name)) continue;
    const { picture, missing } = await keptCard(card, keep);
    putFile(output, file, picture);
    if (missing.length > 0) warnings.push(warningOf(page, missing));
    else output.published?.note(file, name);
  }
  return warnings;
}

function warningOf(page: string, missing: readonly string[]): string {
  const what = `The social card of \`/${page}\` has boxes for \`${missing.join('')}\``;
  return `${what}, which none of its fonts has; give the article an \`image\` of its own.`;
}
