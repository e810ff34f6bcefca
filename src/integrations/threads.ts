import { Worker } from 'node:worker_threads';

/** An engine with more room than it needs collects its rubbish late; a thread that runs out of it only ends. */
const MEMORY = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 64 } as const;

/**
 * Runs a script in a thread to its end. It makes ahead what this thread will ask for: what it does not
 * make, for whatever reason, is made where it is asked for, and an error told there. What is `given` to it is no
 * longer here.
 */
export async function runThread(
  script: URL,
  workerData: object,
  given: readonly ArrayBuffer[] = [],
): Promise<void> {
  try {
    const thread = new Worker(script, { workerData, transferList: [...given], resourceLimits: MEMORY });
    thread.on('error', () => undefined);
    await new Promise((resolve) => thread.on('exit', resolve));
  } catch {
    // There is no thread to be had.
  }
}
