import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { SocialCard } from '../outputs/social-card/card.ts';
import { toSvg } from '../outputs/social-card/drawing.ts';
import { layOut } from '../outputs/social-card/layout.ts';
import { cardImage, type ShareImages } from '../outputs/social-card/share-image.ts';
import { ENCODER, toPicture } from '../outputs/social-card/picture.ts';

/** A drawn card, on disk and as the site offers it. */
export interface CardFile {
  readonly name: string;
  readonly path: string;
  readonly card: SocialCard;
  /** What its title has and no font can draw. */
  readonly missing: readonly string[];
}

/**
 * Draws cards, by address of the page. A card is named by the hash of its outlines, so that the same
 * card keeps its name, and is not drawn again while it lies in `cache`, which can be removed at any time.
 */
export async function makeCards(
  cards: ReadonlyMap<string, SocialCard>,
  cache: string,
): Promise<ReadonlyMap<string, CardFile>> {
  mkdirSync(cache, { recursive: true });
  const queue = [...cards];
  const made = new Map<string, CardFile>();
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [page, card] = next;
      made.set(page, await makeCard(page, card, cache));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return made;
}

async function makeCard(page: string, card: SocialCard, cache: string): Promise<CardFile> {
  const layout = await layOut(card);
  const svg = toSvg(layout);
  const hash = createHash('sha256').update(svg).update(ENCODER).digest('base64url').slice(0, 8);
  const name = `${page.replace(/[^\w-]/g, '') || 'home'}.card.${hash}.png`;
  const path = join(cache, name);
  if (!existsSync(path)) await draw(svg, path);
  return { name, path, card, missing: [...new Set(layout.title.missing)] };
}

/** Writes a card whole or not at all, so that an interrupted build leaves no half of one. */
async function draw(svg: string, to: string): Promise<void> {
  const unfinished = `${to}.${process.pid}`;
  writeFileSync(unfinished, await toPicture(svg));
  renameSync(unfinished, to);
}

export function cardImages(made: ReadonlyMap<string, CardFile>): ShareImages {
  return Object.fromEntries([...made].map(([page, { name, card }]) => [page, cardImage(name, card)]));
}

/** One sentence for each card that shows less than its title. */
export function cardWarnings(made: ReadonlyMap<string, CardFile>): string[] {
  return [...made].flatMap(([page, { missing }]) => {
    if (missing.length === 0) return [];
    const what = `The social card of \`/${page}\` has boxes for \`${missing.join('')}\``;
    return [`${what}, which none of its fonts has; give the article an \`image\` of its own.`];
  });
}

/** Publishes cards among the hashed files. */
export function publishCards(made: ReadonlyMap<string, CardFile>, output: string): void {
  const folder = join(output, '_astro');
  mkdirSync(folder, { recursive: true });
  for (const { name, path } of made.values()) copyFileSync(path, join(folder, name));
}
