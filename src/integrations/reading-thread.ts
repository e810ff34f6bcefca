import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { ReadingTask } from './reading-threads.ts';

// A thread that is to save time must not begin by compiling what the first one has compiled.
enableCompileCache();
const { READ, readNext } = await import('./reading-threads.ts');

const { files, counts, port } = workerData as ReadingTask;
for (const article of readNext(files, counts)) {
  port.postMessage(article);
  Atomics.add(counts, READ, 1);
  Atomics.notify(counts, READ);
}
