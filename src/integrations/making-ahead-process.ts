import { enableCompileCache } from 'node:module';
import { once } from 'node:events';
import type { AheadRequest } from './making-ahead.ts';

// What is to save time must not begin by compiling what was compiled before.
enableCompileCache();
// Nobody waits for what is made for a build that has ended.
process.once('disconnect', () => process.exit());
const [request] = (await once(process, 'message')) as [AheadRequest];
const { makeMissing } = await import('./making-missing.ts');
await makeMissing(request);
process.exit();
