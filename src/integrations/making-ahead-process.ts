import { once } from 'node:events';
import type { AheadTask } from './making-ahead.ts';
import { startQuickly } from './start-quickly.ts';

startQuickly();
// Nobody waits for what is made for a build that has ended.
process.once('disconnect', () => process.exit());
const [task] = (await once(process, 'message')) as [AheadTask];
const { makeMissing } = await import('./making-missing.ts');
await makeMissing(task, () => process.send?.('read'));
process.exit();
