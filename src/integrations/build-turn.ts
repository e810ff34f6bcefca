import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { BUSY, resultCode } from './sqlite-result.ts';

/** How often one asks whether it is one's turn, in milliseconds. */
const PAUSE = 100;

/**
 * Waits until no other process builds a site with the same folder for caches; `onWait` is called once where
 * one does. Astro writes files there and beside it by one name in every build, and one build would move away
 * those of another. The turn ends with the process, if not by `end`. Where no file can be locked, nobody waits.
 */
export async function takeBuildTurn(folder: string, onWait: () => void): Promise<{ end: () => void }> {
  const lock = openLock(folder);
  for (let tries = 0; lock && isTaken(lock); tries++) {
    if (tries === 0) onWait();
    await setTimeout(PAUSE);
  }
  return { end: () => lock?.close() };
}

function openLock(folder: string): DatabaseSync | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    return new DatabaseSync(join(folder, 'turn.db'), { timeout: 0 });
  } catch {
    return undefined;
  }
}

/** Takes it, unless another process has it. */
function isTaken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return false;
  } catch (error) {
    return resultCode(error) === BUSY;
  }
}
