import { workerData } from 'node:worker_threads';
import type { ThreadTask } from './reading-ahead.ts';
import { startQuickly } from './start-quickly.ts';

startQuickly();
const { readTaken } = await import('./reading-ahead.ts');

await readTaken(workerData as ThreadTask);
