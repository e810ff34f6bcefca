import { availableParallelism } from 'node:os';
import type { SocialCard } from '../outputs/social-card/card.ts';
import { isCardKept, type NamedCard } from './cards.ts';
import type { Keeper } from './keeper.ts';
import { runThread } from './threads.ts';
import { TOOLCHAIN } from './toolchain.ts';

/** What a thread draws. */
export interface DrawingTask {
  readonly cards: readonly SocialCard[];
  /** The folder for caches, into which it draws. */
  readonly cache: string;
  /** A thread that runs other code draws nothing. */
  readonly code: string | undefined;
}

/** Fewer cards are drawn sooner than a thread has started. */
const WORTH_A_THREAD = 200;

/** Draws cards into the cache, in a thread of its own, while pages are made that only name them. */
export async function drawAhead(cards: Iterable<NamedCard>, keeper: Keeper): Promise<void> {
  if (TOOLCHAIN === undefined) return;
  const missing = [...cards].map(({ card }) => card).filter((card) => !isCardKept(card, keeper));
  if (missing.length < WORTH_A_THREAD || availableParallelism() < 2) return;
  const task: DrawingTask = { cards: missing, cache: keeper.folder, code: TOOLCHAIN };
  await runThread(new URL('drawing-ahead-thread.ts', import.meta.url), task);
}
