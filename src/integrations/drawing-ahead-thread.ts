import { workerData } from 'node:worker_threads';
import { keptCard } from './cards.ts';
import type { DrawingTask } from './drawing-ahead.ts';
import { Keeper } from './keeper.ts';
import { TOOLCHAIN } from './toolchain.ts';

const { cards, cache, code } = workerData as DrawingTask;
const { keep } = new Keeper(cache);
for (const card of code === TOOLCHAIN ? cards : []) await keptCard(card, keep);
