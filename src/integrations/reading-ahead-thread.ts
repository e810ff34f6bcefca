import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { ThreadTask } from './reading-ahead.ts';

// A thread that is to save time must not begin by compiling what the first one has compiled.
enableCompileCache();
const { readTaken } = await import('./reading-ahead.ts');

await readTaken(workerData as ThreadTask);
