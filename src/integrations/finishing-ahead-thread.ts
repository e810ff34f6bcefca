import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import type { FinishingThreadTask } from './finishing-ahead.ts';
import { startQuickly } from './start-quickly.ts';

startQuickly();
const { keptPage } = await import('./finish-pages.ts');
const { leftFromEnd } = await import('./finishing-ahead.ts');
const { Keeper } = await import('./keeper.ts');
const { TOOLCHAIN } = await import('./toolchain.ts');

const task = workerData as FinishingThreadTask;
const { folder, made, address, cache, code } = task;
const { keep } = new Keeper(cache);
for (const name of code === TOOLCHAIN ? leftFromEnd(task) : []) {
  await keptPage(name, made.get(name) ?? readFileSync(join(folder, name)), { address, keep });
}
