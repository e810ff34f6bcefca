import type { Keep } from '../../src/outputs/output.ts';

/** Makes everything anew. */
export const keepNothing: Keep = async (_kind, _inputs, make) => make();
