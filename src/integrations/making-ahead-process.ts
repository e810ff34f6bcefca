import { once } from 'node:events';
import type { AheadRequest } from './making-ahead.ts';
import { startQuickly } from './start-quickly.ts';

startQuickly();
// Nobody waits for what is made for a build that has ended.
process.once('disconnect', () => process.exit());
const [request] = (await once(process, 'message')) as [AheadRequest];
const { makeMissing } = await import('./making-missing.ts');
await makeMissing(request);
process.exit();
