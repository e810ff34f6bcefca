import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keep } from '../outputs/output.ts';
import type { SocialCard } from '../outputs/social-card/card.ts';
import { drawCard } from '../outputs/social-card/drawing.ts';
import { layOut } from '../outputs/social-card/layout.ts';
import { cardImage, type ShareImages } from '../outputs/social-card/share-image.ts';

/** A drawn card, as the site offers it. */
export interface DrawnCard {
  readonly name: string;
  readonly picture: Uint8Array;
  readonly card: SocialCard;
  /** What its title has and no font can draw. */
  readonly missing: readonly string[];
}

/** Draws cards, by address of the page. A card is named by the hash of its bytes. */
export async function makeCards(
  cards: ReadonlyMap<string, SocialCard>,
  keep: Keep,
): Promise<ReadonlyMap<string, DrawnCard>> {
  const made = new Map<string, DrawnCard>();
  for (const [page, card] of cards) {
    const { hash, ...drawn } = await keep('cards', [JSON.stringify(card)], () => draw(card));
    // An address in another script is three times as long when it is encoded: a file's name has an end.
    const name = `${page.replace(/[^\w-]/g, '').slice(0, 60) || 'home'}.card.${hash}.png`;
    made.set(page, { ...drawn, name, card });
  }
  return made;
}

async function draw(card: SocialCard): Promise<Omit<DrawnCard, 'name' | 'card'> & { readonly hash: string }> {
  const layout = await layOut(card);
  const picture = drawCard(layout);
  const hash = createHash('sha256').update(picture).digest('base64url').slice(0, 8);
  return { hash, picture, missing: [...new Set(layout.title.missing)] };
}

export function cardImages(made: ReadonlyMap<string, DrawnCard>): ShareImages {
  return Object.fromEntries([...made].map(([page, { name, card }]) => [page, cardImage(name, card)]));
}

/** One sentence for each card that shows less than its title. */
export function cardWarnings(made: ReadonlyMap<string, DrawnCard>): string[] {
  return [...made].flatMap(([page, { missing }]) => {
    if (missing.length === 0) return [];
    const what = `The social card of \`/${page}\` has boxes for \`${missing.join('')}\``;
    return [`${what}, which none of its fonts has; give the article an \`image\` of its own.`];
  });
}

/** Publishes cards among the hashed files. */
export function publishCards(made: ReadonlyMap<string, DrawnCard>, output: string): void {
  const folder = join(output, '_astro');
  mkdirSync(folder, { recursive: true });
  for (const { name, picture } of made.values()) writeFileSync(join(folder, name), picture);
}
