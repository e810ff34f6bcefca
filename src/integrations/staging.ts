import { chmodSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The name of a folder that a build of this process writes into. */
export function stagingFolder(output: string, process: number): string {
  return join(dirname(output), `.${basename(output)}-${process}`);
}

/** Removes what builds left that were interrupted, and puts back an output that one had moved aside. */
export function cleanStaging(output: string, isRunning: (process: number) => boolean): void {
  const prefix = `.${basename(output)}-`;
  for (const name of existsSync(dirname(output)) ? readdirSync(dirname(output)) : []) {
    const [, process, isOld] = new RegExp(String.raw`^(\d+)(-old)?$`).exec(name.slice(prefix.length)) ?? [];
    if (!name.startsWith(prefix) || process === undefined || isRunning(Number(process))) continue;
    const path = join(dirname(output), name);
    if (isOld && !existsSync(output)) renameSync(path, output);
    else remove(path);
  }
}

/**
 * Puts a finished build in the place of the one before, which stays whole until then. No file system
 * that Node knows swaps two folders at once: an end between the two moves leaves the last build beside
 * its place, and `cleanStaging` puts it back. Another build may publish at the same time; the last wins.
 */
export function publishStaging(staging: string, output: string): void {
  const old = `${staging}-old`;
  for (let tries = 1; !publish({ staging, output, old, isLast: tries === TRIES }); tries++) remove(old);
  remove(old);
}

/** How often two builds can be in each other's way: it ends with the first that is through. */
const TRIES = 50;

interface Publishing {
  readonly staging: string;
  readonly output: string;
  readonly old: string;
  readonly isLast: boolean;
}

/** Returns false where another build was faster. */
function publish({ staging, output, old, isLast }: Publishing): boolean {
  try {
    if (existsSync(output)) renameSync(output, old);
    renameSync(staging, output);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!isLast && existsSync(staging) && /^(ENOENT|ENOTEMPTY|EEXIST)$/.test(code)) return false;
    if (existsSync(old) && !existsSync(output)) renameSync(old, output);
    throw error;
  }
}

/** Removes a folder with all that is in it, and what in it was made read-only, too. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    makeWritable(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeWritable(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
  }
}

export function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
