import { workerData } from 'node:worker_threads';
import { readTaken, type ThreadTask } from './reading-ahead.ts';

await readTaken(workerData as ThreadTask);
