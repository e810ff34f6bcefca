import { parentPort } from 'node:worker_threads';
import { READ, readNext, type ReadingTask } from './reading-threads.ts';
import { TOOLCHAIN } from './toolchain.ts';

parentPort?.once('message', ({ files, code, counts, port }: ReadingTask) => {
  for (const article of code === TOOLCHAIN ? readNext(files, counts) : []) {
    port.postMessage(article);
    Atomics.add(counts, READ, 1);
    Atomics.notify(counts, READ);
  }
});
