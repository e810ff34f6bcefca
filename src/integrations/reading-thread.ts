import { parentPort } from 'node:worker_threads';
import type { ReadingTask } from './reading-threads.ts';
import { startQuickly } from './start-quickly.ts';

startQuickly();
const { READ, readNext } = await import('./reading-threads.ts');
const { TOOLCHAIN } = await import('./toolchain.ts');

parentPort?.once('message', ({ files, code, counts, port }: ReadingTask) => {
  for (const article of code === TOOLCHAIN ? readNext(files, counts) : []) {
    port.postMessage(article);
    Atomics.add(counts, READ, 1);
    Atomics.notify(counts, READ);
  }
});
