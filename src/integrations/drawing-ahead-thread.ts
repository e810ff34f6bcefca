import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { DrawingTask } from './drawing-ahead.ts';

// A thread that is to save time must not begin by compiling what the first one has compiled.
enableCompileCache();
const { keptCard } = await import('./cards.ts');
const { Keeper } = await import('./keeper.ts');
const { TOOLCHAIN } = await import('./toolchain.ts');

const { cards, cache, code } = workerData as DrawingTask;
const { keep } = new Keeper(cache);
for (const card of code === TOOLCHAIN ? cards : []) await keptCard(card, keep);
