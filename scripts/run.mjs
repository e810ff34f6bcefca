/**
 * Runs a command of this folder: `node scripts/run.mjs check --strict`. The commands are TypeScript, which takes
 * Node a tenth of a second to begin with, in each process and thread; from the second run on, what it made of them is
 * found in its own folder for that, from the first module on. So this file is JavaScript.
 */
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Where Node keeps it unless told otherwise; processes and threads that are started are told, too.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
enableCompileCache();

const [name] = process.argv.splice(2, 1);
await import(`./${name}.ts`);
