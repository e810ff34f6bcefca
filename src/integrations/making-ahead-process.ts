import { once } from 'node:events';
import type { AheadTask } from './making-ahead.ts';

// Nobody waits for what is made for a build that has ended.
process.once('disconnect', () => process.exit());
// What it is told comes while that is loaded.
const [message, { makeMissing }] = await Promise.all([
  once(process, 'message'),
  import('./making-missing.ts'),
]);
const [task] = message as [AheadTask];
await makeMissing(task, () => process.send?.('read'));
process.exit();
