import { rmSync } from 'node:fs';
import { takeBuildTurn } from './build-turn.ts';
import { cleanStaging, isRunning, publishStaging, stagingFolder } from './staging.ts';

/** The folder that a build of this process writes into, until it is whole and takes the last one's place. */
export class StagedOutput {
  readonly folder: string;
  readonly #output: string;
  #turn: Awaited<ReturnType<typeof takeBuildTurn>> | undefined;

  constructor(output: string) {
    this.#output = output;
    this.folder = stagingFolder(output, process.pid);
  }

  /** Begins once no other build with the same folder for caches is running, and cleans up after those before. */
  async begin(cache: string, say: (text: string) => void): Promise<void> {
    this.#turn = await takeBuildTurn(cache, () => {
      say('Another build of this site is running; this one begins when that has ended.');
    });
    cleanStaging(this.#output, isRunning);
  }

  publish(): void {
    publishStaging(this.folder, this.#output);
    this.#turn?.end();
  }

  discard(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
