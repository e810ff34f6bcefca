import { expect, test } from 'vitest';
import { Hosts } from '../../../../src/integrations/external/hosts.ts';

/** Work that goes on until it is told to end. */
class Work {
  readonly running = new Map<string, () => void>();

  readonly on = (name: string) => () =>
    new Promise<string>((done) => {
      this.running.set(name, () => {
        this.running.delete(name);
        done(name);
      });
    });

  /** What is running once nothing more begins by itself. */
  async names(): Promise<string[]> {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    return [...this.running.keys()];
  }
}

test('a host works on two things at most, another one on its own', async () => {
  const hosts = new Hosts(0);
  const work = new Work();
  const all = ['a1', 'b1', 'a2', 'a3', 'a4'].map((name) => hosts.turn(name.slice(0, 1), work.on(name)));
  expect(await work.names()).toEqual(['a1', 'b1', 'a2']);
  work.running.get('a1')?.();
  await all[0];
  while (!work.running.has('a3')) await new Promise(setImmediate);
  expect(await work.names()).toEqual(['b1', 'a2', 'a3']);
  for (const name of ['a2', 'a3', 'a4', 'b1']) {
    while (!work.running.has(name)) await new Promise(setImmediate);
    work.running.get(name)?.();
  }
  expect(await Promise.all(all)).toEqual(['a1', 'b1', 'a2', 'a3', 'a4']);
});

test('work that fails does not keep the rest from its turn', async () => {
  const hosts = new Hosts(0);
  const failing = () => Promise.reject(new Error('x'));
  const failed = [hosts.turn('a', failing), hosts.turn('a', failing)];
  const next = hosts.turn('a', () => Promise.resolve('done'));
  await expect(Promise.any(failed)).rejects.toThrow();
  expect(await next).toBe('done');
});
