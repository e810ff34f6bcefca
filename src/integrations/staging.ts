import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
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
    else rmSync(path, { recursive: true, force: true });
  }
}

/** Puts a finished build in the place of the one before, which stays whole until then. */
export function publishStaging(staging: string, output: string): void {
  const old = `${staging}-old`;
  if (existsSync(output)) renameSync(output, old);
  renameSync(staging, output);
  rmSync(old, { recursive: true, force: true });
}

export function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
