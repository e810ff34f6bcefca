import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { keptPage } from './finish-pages.ts';
import { type FinishingThreadTask, leftFromEnd } from './finishing-ahead.ts';
import { Keeper } from './keeper.ts';
import { TOOLCHAIN } from './toolchain.ts';

const task = workerData as FinishingThreadTask;
const { folder, made, address, cache, code } = task;
const { keep } = new Keeper(cache);
for (const name of code === TOOLCHAIN ? leftFromEnd(task) : []) {
  await keptPage(name, made.get(name) ?? readFileSync(join(folder, name)), { address, keep });
}
