import { workerData } from 'node:worker_threads';
import type { DrawingTask } from './drawing-ahead.ts';
import { startQuickly } from './start-quickly.ts';

startQuickly();
const { keptCard } = await import('./cards.ts');
const { Keeper } = await import('./keeper.ts');
const { TOOLCHAIN } = await import('./toolchain.ts');

const { cards, cache, code } = workerData as DrawingTask;
const { keep } = new Keeper(cache);
for (const card of code === TOOLCHAIN ? cards : []) await keptCard(card, keep);
