import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { keptPage } from './finish-pages.ts';
import { type FinishingThreadTask, leftFromEnd } from './finishing-ahead.ts';
import { Keeper } from './keeper.ts';
import { readIfThere } from './read-if-there.ts';
import { TOOLCHAIN } from './toolchain.ts';

const task = workerData as FinishingThreadTask;
const { folder, made, address, cache, code } = task;
const { keep } = new Keeper(cache);
for (const name of code === TOOLCHAIN ? leftFromEnd(task) : []) {
  const page = made.get(name) ?? readIfThere(join(folder, name));
  // One that was finished before is not written yet, and was not given.
  if (page) await keptPage(name, page, { address, keep });
}
